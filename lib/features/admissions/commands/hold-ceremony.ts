import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, runCommand, type Sending } from "@/lib/core/command";
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
import { type EnteredMember, enterMember } from "@/lib/features/members/commands/enter-member";
import { getCharterOn } from "@/lib/features/rule-sets/queries/rule-sets";

/**
 * Enters the ceremony, with which the candidate becomes a probationary member of the branch: the record begins, probation runs,
 * and the dossier of recognition is opened. Refuses a day before the decision, and one later than the rule of the decision's
 * day allows without the consent of the level above (RULE). Answers the dossier's id.
 */
export function holdCeremony(actor: Actor, input: HoldCeremonyInput, sending: Pick<Sending, "formKey"> = {}) {
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

    const member = await enterMember(context, entryOf(dossier, decidedOn, ceremonyOn));
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
      type: "dossier.ceremonyHeld",
      subject: { kind: "dossier", id, name },
      branchId,
      params: { branch: member.branchName, ceremonyOn },
      changes: [doneChange(id, member, ceremonyOn, lateConsent), member.change, step, ...recognition.changes],
    });
    return { id };
  });
}

function doneChange(id: string, member: EnteredMember, ceremonyOn: Day, lateConsent: string | null) {
  const after = { state: "DONE", member: member.id, ceremonyOn, lateConsent };
  return { record: "Dossier", recordId: id, before: { state: "DECIDED" }, after };
}

async function isMember({ tx, actor }: CommandContext, id: string): Promise<boolean> {
  return (await tx.member.findFirst({ where: { committeeId: actor.committeeId, id }, select: { id: true } })) !== null;
}

const EMPTY = {
  otherName: null,
  birthCountry: null,
  birthProvince: null,
  birthPlace: null,
  homeCountry: null,
  homeProvince: null,
  officialAt: null,
  recruitedOn: null,
  enlistedOn: null,
  dischargedOn: null,
  otherOrganizations: null,
  familyClass: null,
  qualification: "NONE",
  profession: null,
  academicTitle: null,
  theoryLevel: "NONE",
  foreignLanguages: null,
  informatics: null,
  rewards: null,
  permanentCountry: null,
  permanentProvince: null,
  temporaryResidence: null,
  health: null,
  invalidGrade: null,
  policyFamily: null,
  officialOn: null,
  officialDecidedOn: null,
  cardNumber: null,
  oldCardNumber: null,
  cardIssuedBy: null,
  cardIssuedOn: null,
  recordNumber: null,
  idNumber: null,
  oldIdNumber: null,
} as const;

/** The record as the dossier gives it; the rest is filled in from the life record that the new member writes. */
function entryOf(dossier: StoredDossier, admittedOn: Day, ceremonyOn: Day) {
  const { candidate, branch, branchId, decisionNumber, introducers } = dossier;
  if (!candidate) throw notFound();
  const { fullName, sex, birthOn, ethnicity, religion, education, occupation } = candidate;
  const { homePlace, permanentResidence, phone, youthUnionOn } = candidate;
  const [first, second] = introducers.map((one) => one.member.fullName);
  const person = { fullName, sex, birthOn: partialDay(birthOn), ethnicity, religion, education, occupation, homePlace };
  return {
    ...EMPTY,
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
