import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type FormSending, runCommand } from "@/lib/core/command";
import { addDays, toDbDate } from "@/lib/core/day";
import { authorize, notFound } from "@/lib/core/errors";
import { writeStep } from "@/lib/features/admissions/commands/write-step";
import { canRecordDeath } from "@/lib/features/admissions/policy";
import type { RecordDeathInput } from "@/lib/features/admissions/schema";
import { endMembership } from "@/lib/features/members/commands/end-membership";
import { getMembershipRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";

/**
 * Records a member's death from the branch's report; the day of death is the last day of membership. Nobody votes on it or
 * confirms it. Refuses a day to come, and who still holds an office in the branch (RULE). Asks for the password again.
 */
export function recordDeath(actor: Actor, input: RecordDeathInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordDeath", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId, accountId } = actor;
    const { memberId, diedOn, reason } = input;
    const member = await tx.member.findFirst({ where: { committeeId, id: memberId }, select: { fullName: true } });
    if (!member) throw notFound();
    authorize(canRecordDeath(actor));
    await requireRecentPassword(context);
    const rules = await getMembershipRulesOn(tx, committeeId, today);

    const endsOn = addDays(diedOn, 1);
    const { branchId, change } = await endMembership(context, {
      memberId,
      endsOn,
      reason: "DECEASED",
      decisionNumber: null,
    });
    const id = randomUUID();
    const days = { openedOn: toDbDate(today), effectiveOn: toDbDate(endsOn) };
    await tx.dossier.create({
      data: {
        committeeId,
        id,
        kind: "DEATH",
        state: "DONE",
        branchId,
        memberId,
        reason,
        openedById: accountId,
        ...days,
      },
      select: { id: true },
    });
    const step = await writeStep(context, id, { kind: "OPENED", doneOn: diedOn, ruleSet: rules });
    audit({
      type: "dossier.deathRecorded",
      subject: { kind: "dossier", id, name: member.fullName },
      branchId,
      params: { diedOn },
      changes: [change, step],
    });
    return { id };
  });
}
