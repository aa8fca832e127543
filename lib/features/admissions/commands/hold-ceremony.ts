import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import {
  changeDossier,
  loadDossier,
  requireStep,
  type StoredDossier,
} from "@/lib/features/admissions/commands/load-dossier";
import { openDossier } from "@/lib/features/admissions/commands/open-dossier";
import { writeStep } from "@/lib/features/admissions/commands/write-step";
import { canHoldCeremony } from "@/lib/features/admissions/policy";
import { ceremonyObstacle, stepDayObstacle } from "@/lib/features/admissions/rules/steps";
import type { HoldCeremonyInput } from "@/lib/features/admissions/schema";
import { enterMember } from "@/lib/features/members/commands/enter-member";
import { readmitMember } from "@/lib/features/members/commands/readmit-member";
import { emptyEntry } from "@/lib/features/members/schema";
import { getCharterOn } from "@/lib/features/rule-sets/queries/rule-sets";

/**
 * Enters the ceremony, with which the candidate becomes a probationary member of the branch: the record begins, probation runs,
 * and the dossier of recognition is opened. Refuses a day before the decision, and one later than the rule of the decision's
 * day allows without the consent of the level above (RULE). Answers the dossier's id.
 */
export function holdCeremony(actor: Actor, input: HoldCeremonyInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "holdCeremony", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const dossier = await loadDossier(context, input.id);
    authorize(canHoldCeremony(actor));
    requireStep(dossier, "HOLD_CEREMONY", actor.memberId);
    const { id, version, ceremonyOn, lateConsent, helperId } = input;
    const { decidedOn, branchId, name } = dossier;
    if (decidedOn === null) throw notFound();
    const receivedOn = dossier.receivedOn ?? input.receivedOn;
    requireNoObstacle(stepDayObstacle(ceremonyOn, receivedOn ?? decidedOn, today, "ceremonyOn"));
    const charter = await getCharterOn(tx, actor.committeeId, decidedOn);
    requireNoObstacle(ceremonyObstacle(ceremonyOn, { decidedOn, receivedOn }, charter.parameters, lateConsent));
    if (helperId && !(await isMember(context, helperId))) throw notFound();

    const member = await becomeMember(context, dossier, decidedOn, ceremonyOn);
    await changeDossier(context, dossier, version, {
      state: "DONE",
      memberId: member.id,
      ceremonyOn: toDbDate(ceremonyOn),
      effectiveOn: toDbDate(ceremonyOn),
      lateConsent,
      helperId,
    });
    const step = await writeStep(context, id, {
      kind: "CEREMONY",
      doneOn: ceremonyOn,
      ruleSet: charter,
      note: lateConsent,
    });
    const of = { kind: "RECOGNITION", branchId, memberId: member.id, openedOn: ceremonyOn, helperId } as const;
    const recognition = await openDossier(context, of);
    audit({
      type: "dossier.admitted",
      subject: { kind: "dossier", id, name },
      branchId,
      params: { branch: dossier.branch.name, ceremonyOn },
      changes: [doneChange(id, member, ceremonyOn, lateConsent), member.change, step, ...recognition.changes],
    });
    return { id };
  });
}

/** A record begins with the ceremony; somebody who was a member before goes on with the old one. */
async function becomeMember(context: CommandContext, dossier: StoredDossier, decidedOn: Day, ceremonyOn: Day) {
  const { memberId, branchId, decisionNumber } = dossier;
  if (memberId === null) return enterMember(context, entryOf(dossier, decidedOn, ceremonyOn));
  const days = { readmittedOn: decidedOn, secondCeremonyOn: ceremonyOn };
  return { id: memberId, change: await readmitMember(context, { memberId, branchId, ...days, decisionNumber }) };
}

function doneChange(id: string, member: { id: string }, ceremonyOn: Day, lateConsent: string | null) {
  const after = { state: "DONE", member: member.id, ceremonyOn, lateConsent };
  return { record: "Dossier", recordId: id, before: { state: "DECIDED" }, after };
}

async function isMember({ tx, actor }: CommandContext, id: string): Promise<boolean> {
  return (await tx.member.findFirst({ where: { committeeId: actor.committeeId, id }, select: { id: true } })) !== null;
}

/** The record as the dossier gives it; the rest is filled in from the life record that the new member writes. */
function entryOf(dossier: StoredDossier, admittedOn: Day, ceremonyOn: Day) {
  const { candidate, branch, branchId, decisionNumber, introducers } = dossier;
  if (!candidate) throw notFound();
  const { fullName, sex, birthOn, ethnicity, religion, education, occupation } = candidate;
  const { homePlace, permanentResidence, phone, youthUnionOn } = candidate;
  const [first, second] = introducers.map((one) => one.member.fullName);
  const person = { fullName, sex, birthOn: partialDay(birthOn), ethnicity, religion, education, occupation, homePlace };
  return {
    ...emptyEntry,
    ...person,
    permanentResidence,
    phone,
    youthUnionOn: youthUnionOn === null ? null : partialDay(youthUnionOn),
    firstIntroducer: first ?? null,
    secondIntroducer: second ?? null,
    admittedAt: branch.name,
    admittedOn,
    ceremonyOn,
    branchId,
    startsOn: ceremonyOn,
    decisionNumber,
  };
}
