import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canRemindBranch, canSeeWorkOf } from "@/lib/features/month-work/policy";
import { countOpenLines } from "@/lib/features/month-work/queries/get-month-work";
import type { RemindBranchInput } from "@/lib/features/month-work/schema";

/**
 * Notes down that a branch was reminded today of what is open in it, and how. Refuses a branch whose work the actor does not see
 * (NOT_FOUND), one that the actor does not see to (FORBIDDEN), and one in which nothing is open (RULE).
 */
export async function remindBranch(actor: Actor, input: RemindBranchInput, sending: FormSending = {}) {
  if (!canSeeWorkOf(actor, input.branchId)) throw notFound();
  authorize(canRemindBranch(actor, input.branchId));
  const openLines = await countOpenLines(actor, input.branchId);
  return runCommand(actor, { command: "remindBranch", input, ...sending }, async ({ tx, actor, today, audit }) => {
    const { branchId, way, note } = input;
    const { committeeId, accountId, displayName } = actor;
    authorize(canRemindBranch(actor, branchId));
    const branch = await tx.branch.findFirst({ where: { committeeId, id: branchId }, select: { name: true } });
    if (!branch) throw notFound();
    requireNoObstacle(
      openLines > 0 ? null : { reason: "monthWork.errors.nothingOpen", params: { branch: branch.name } },
    );
    const id = randomUUID();
    const hand = { remindedOn: toDbDate(today), remindedById: accountId, remindedBy: displayName };
    await tx.branchReminder.create({
      data: { committeeId, id, branchId, way, note, openLines, ...hand },
      select: { id: true },
    });
    audit({
      type: "branch.reminded",
      subject: { kind: "branch", id: branchId, name: branch.name },
      branchId,
      changes: [{ record: "BranchReminder", recordId: id, before: null, after: { way, note, openLines } }],
    });
    return { id: branchId };
  });
}
