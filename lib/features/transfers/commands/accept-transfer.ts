import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { endMembership } from "@/lib/features/members/commands/end-membership";
import { enterMember } from "@/lib/features/members/commands/enter-member";
import { joinBranch } from "@/lib/features/members/commands/join-branch";
import { moveMember } from "@/lib/features/members/commands/move-member";
import { emptyEntry } from "@/lib/features/members/schema";
import { changeTransfer, loadTransfer, type StoredTransfer } from "@/lib/features/transfers/commands/load-transfer";
import { canAcceptTransfer } from "@/lib/features/transfers/policy";
import { acceptanceObstacle, dossierObstacle, isFollowing } from "@/lib/features/transfers/rules";
import type { AcceptTransferInput } from "@/lib/features/transfers/schema";

/**
 * Accepts a proposed transfer, which takes effect in the same transaction: the old membership ends and the new one begins, a
 * record begins, or temporary activity does. Refuses who proposed it, what is about oneself, a day to come, a dossier that the
 * old branch has not finished, and whatever stands in the way of the move itself (RULE). Asks for the password again.
 */
export function acceptTransfer(actor: Actor, input: AcceptTransferInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "acceptTransfer", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const transfer = await loadTransfer(context, input.id);
    authorize(canAcceptTransfer(actor));
    await requireRecentPassword(context);
    requireNoObstacle(acceptanceObstacle(transfer, actor, today));
    const dossiers = await loadDossiers(context, transfer);
    requireNoObstacle(dossierObstacle(dossiers, transfer));

    const { id, personName } = transfer;
    const signature = { decidedById: actor.accountId, decidedBy: actor.displayName, decidedOn: toDbDate(today) };
    await changeTransfer(context, transfer, input.version, { state: "ACCEPTED", ...signature });
    const changes = await takeEffect(context, transfer);
    for (const dossier of dossiers.filter((one) => transfer.kind === "OFFICIAL" && isFollowing(one, transfer))) {
      await context.tx.dossier.updateMany({
        where: { committeeId: actor.committeeId, id: dossier.id },
        data: { branchId: transfer.toBranchId ?? undefined, version: { increment: 1 } },
      });
    }
    const change = { record: "Transfer", recordId: id, before: { state: "PENDING" }, after: { state: "ACCEPTED" } };
    audit({
      type: "transfer.accepted",
      subject: { kind: "transfer", id, name: personName },
      branchId: transfer.toBranchId ?? transfer.fromBranchId,
      params: { direction: transfer.direction, kind: transfer.kind, effectiveOn: transfer.effectiveOn },
      changes: [change, ...changes],
    });
    return { id };
  });
}

async function loadDossiers({ tx, actor }: CommandContext, { memberId }: StoredTransfer) {
  if (memberId === null) return [];
  return tx.dossier.findMany({
    where: { committeeId: actor.committeeId, memberId, state: { notIn: ["DONE", "CLOSED"] } },
    select: { id: true, kind: true, state: true },
  });
}

async function takeEffect(context: CommandContext, transfer: StoredTransfer): Promise<AuditChange[]> {
  const { memberId, direction, kind, toBranchId, effectiveOn, endsOn, decisionNumber } = transfer;
  if (direction === "OUT") {
    if (memberId === null) throw notFound();
    if (kind === "TEMPORARY") return [];
    const departure = { memberId, endsOn: effectiveOn, reason: "MOVED_AWAY", decisionNumber } as const;
    return [(await endMembership(context, departure)).change];
  }
  if (toBranchId === null) throw notFound();
  if (memberId === null) return enterNewcomer(context, transfer, toBranchId);
  if (direction === "WITHIN" && kind === "OFFICIAL") {
    return moveMember(context, { memberId, branchId: toBranchId, effectiveOn, decisionNumber });
  }
  const stay = { memberId, branchId: toBranchId, kind, startsOn: effectiveOn, endsOn, decisionNumber };
  return [await joinBranch(context, stay)];
}

async function enterNewcomer(
  context: CommandContext,
  transfer: StoredTransfer,
  branchId: string,
): Promise<AuditChange[]> {
  const { newcomer, kind, effectiveOn, endsOn, decisionNumber } = transfer;
  if (!newcomer) throw notFound();
  const { fullName, sex, birthOn, ethnicity, education, cardNumber, oldCardNumber } = newcomer;
  const { change } = await enterMember(
    context,
    {
      ...emptyEntry,
      fullName,
      sex,
      birthOn: partialDay(birthOn),
      ethnicity,
      education,
      cardNumber,
      oldCardNumber,
      admittedOn: fromDbDate(newcomer.admittedOn),
      ceremonyOn: fromDbDate(newcomer.ceremonyOn),
      officialOn: fromDbDate(newcomer.officialOn),
      branchId,
      startsOn: effectiveOn,
      decisionNumber,
    },
    { id: newcomer.recordId, kind, endsOn },
  );
  await context.tx.transfer.updateMany({
    where: { committeeId: context.actor.committeeId, id: transfer.id },
    data: { memberId: newcomer.recordId },
  });
  return [change];
}
