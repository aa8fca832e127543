import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange, AuditValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { isInForceOn, lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { canEditOrganization } from "@/lib/features/organization/policy";
import { committeeSuccessionObstacle } from "@/lib/features/organization/rules/succession";
import type { SucceedCommitteeInput } from "@/lib/features/organization/schema";

/**
 * Records that the commune's Party organisation follows others from a day on: its name and superior body from then, the
 * organisations it follows and the decision. The register stays; what was called otherwise before stays so on its days. A name
 * that begins on that very day is completed. Refuses a name recorded for a later day (RULE).
 */
export function succeedCommittee(actor: Actor, input: SucceedCommitteeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "succeedCommittee", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    authorize(canEditOrganization(actor));
    const rows = await tx.committeeName.findMany({ where: { committeeId: actor.committeeId } });
    const names = rows.map(withPeriod);
    requireNoObstacle(committeeSuccessionObstacle(input, names, today));

    const { predecessors, startsOn, decisionOn, ...rest } = input;
    const data = { ...rest, predecessors, decisionOn: toDbDate(decisionOn) };
    const after: AuditValues = { ...rest, startsOn, decisionOn, predecessors: predecessors.join(", ") };
    const current = names.find((name) => isInForceOn(name, startsOn));
    const begun = current?.startsOn === startsOn ? current : undefined;
    const id = begun?.id ?? randomUUID();
    const changes: AuditChange[] = [];
    if (begun) {
      await change(context, begun, data);
      const { name, superiorKind, superiorName } = begun;
      changes.push({ record: "CommitteeName", recordId: id, before: { name, superiorKind, superiorName }, after });
    } else {
      if (current) {
        await change(context, current, { endsOn: toDbDate(startsOn) });
        const lastDay = lastDayOf({ startsOn: current.startsOn, endsOn: startsOn });
        const before = { lastDay: lastDayOf(current) };
        changes.push({ record: "CommitteeName", recordId: current.id, before, after: { lastDay } });
      }
      const dates = { startsOn: toDbDate(startsOn), endsOn: toDbDate(current?.endsOn ?? null) };
      const created = { committeeId: actor.committeeId, id, ...data, ...dates };
      await tx.committeeName.create({ data: created, select: { id: true } });
      changes.unshift({ record: "CommitteeName", recordId: id, before: null, after });
    }
    audit({
      type: "committeeName.succeeded",
      subject: { kind: "committee", id: actor.committeeId, name: input.name },
      params: { startsOn },
      changes,
    });
    return { id };
  });
}

async function change(
  { tx, actor }: CommandContext,
  { id, version }: { id: string; version: number },
  data: Omit<Parameters<CommandContext["tx"]["committeeName"]["updateMany"]>[0]["data"], "version">,
): Promise<void> {
  const where = { committeeId: actor.committeeId, id, version };
  const written = await tx.committeeName.updateMany({ where, data: { ...data, version: { increment: 1 } } });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
