import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { nameKey } from "@/lib/core/text/fold";
import { searchText } from "@/lib/core/text/search";
import { sortKey } from "@/lib/core/text/sort-key";
import {
  changeDossier,
  loadDossier,
  requireStep,
  type StoredDossier,
} from "@/lib/features/admissions/commands/load-dossier";
import { openDossier } from "@/lib/features/admissions/commands/open-dossier";
import { writeStep } from "@/lib/features/admissions/commands/write-step";
import { canOpenDossier, canWorkOnDossier } from "@/lib/features/admissions/policy";
import type { EditCandidateInput, OpenAdmissionInput, SetConditionsInput } from "@/lib/features/admissions/schema";
import { getCharterOn } from "@/lib/features/rule-sets/queries/rule-sets";

type FormKey = FormSending;
type Person = Omit<EditCandidateInput, "id" | "version">;

/**
 * Opens the dossier of somebody who asks to be admitted, in the branch that is to consider it, with the check-list of that
 * day's rules. Refuses a branch not in force, and a candidate of the same name and birth who has a dossier there (RULE).
 */
export function openAdmission(actor: Actor, input: OpenAdmissionInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "openAdmission", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const { branchId, openedOn, ...person } = input;
    const branch = await tx.branch.findFirst({
      where: { AND: [{ committeeId, id: branchId }, inForce(openedOn)] },
      select: { name: true },
    });
    if (!branch) throw notFound();
    authorize(canOpenDossier(actor, branchId, "ADMISSION"));
    await refuseSecondDossier(context, branchId, person);

    const { id, changes } = await openDossier(context, { kind: "ADMISSION", branchId, memberId: null, openedOn });
    await tx.candidate.create({
      data: { committeeId, dossierId: id, ...personColumns(person) },
      select: { dossierId: true },
    });
    audit({
      type: "dossier.opened",
      subject: { kind: "dossier", id, name: person.fullName },
      branchId,
      params: { kind: "ADMISSION", branch: branch.name, openedOn },
      changes: [...changes, { record: "Candidate", recordId: id, before: null, after: person }],
    });
    return { id };
  });
}

async function refuseSecondDossier({ tx, actor }: CommandContext, branchId: string, person: Person): Promise<void> {
  const same = await tx.candidate.findFirst({
    where: {
      committeeId: actor.committeeId,
      nameKey: nameKey(person.fullName),
      birthOn: person.birthOn,
      dossier: { branchId, state: { notIn: ["DONE", "CLOSED"] } },
    },
    select: { dossierId: true },
  });
  if (same) throw new DomainError("RULE", "admissions.errors.secondDossier", {}, "fullName");
}

/** Corrects who the candidate is, until the branch's vote has carried. Refuses an older version (CONFLICT). */
export function editCandidate(actor: Actor, input: EditCandidateInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "editCandidate", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, version, ...person } = input;
    const { dossier, candidate } = await loadAdmission(context, id);
    await changeDossier(context, dossier, version, {});
    await tx.candidate.updateMany({
      where: { committeeId: actor.committeeId, dossierId: id },
      data: personColumns(person),
    });
    const change = changedValues(valuesOf(candidate), person);
    audit({
      type: "dossier.candidateEdited",
      subject: { kind: "dossier", id, name: person.fullName },
      branchId: dossier.branchId,
      changes: change ? [{ record: "Candidate", recordId: id, ...change }] : [],
    });
    return { id };
  });
}

/**
 * Enters what the Charter asks of the candidate: the awareness certificate, who introduces, and the grounds of an exception.
 * Whether it is enough is judged on the day of the branch's vote. Refuses the same introducer twice (RULE).
 */
export function setConditions(actor: Actor, input: SetConditionsInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "setConditions", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId } = actor;
    const { id, version, introducers, certificateOn, ...conditions } = input;
    const { dossier, candidate } = await loadAdmission(context, id);
    const memberIds = introducers.map((one) => one.memberId);
    if (new Set(memberIds).size < memberIds.length) {
      throw new DomainError("RULE", "admissions.errors.introducerTwice", {}, "introducer2");
    }
    const known = await tx.member.findMany({
      where: { committeeId, id: { in: memberIds } },
      select: { id: true, fullName: true },
    });
    if (known.length < memberIds.length) throw notFound();
    const charter = await getCharterOn(tx, committeeId, today);

    await changeDossier(context, dossier, version, {});
    await tx.candidate.updateMany({
      where: { committeeId, dossierId: id },
      data: { ...conditions, certificateOn: toDbDate(certificateOn) },
    });
    await tx.dossierIntroducer.deleteMany({ where: { committeeId, dossierId: id } });
    await tx.dossierIntroducer.createMany({
      data: introducers.map(({ togetherSinceOn, ...one }) => {
        return { committeeId, dossierId: id, ...one, togetherSinceOn: toDbDate(togetherSinceOn) };
      }),
    });
    const step = await writeStep(context, id, { kind: "CONDITIONS", doneOn: today, ruleSet: charter });
    const names = (ids: readonly string[]) =>
      ids.map((one) => known.find((member) => member.id === one)?.fullName ?? "").join(", ");
    const change = changedValues(
      { ...conditionsOf(candidate), introducers: dossier.introducers.map((one) => one.member.fullName).join(", ") },
      { ...conditions, certificateOn, introducers: names(memberIds) },
    );
    audit({
      type: "dossier.conditionsEntered",
      subject: { kind: "dossier", id, name: dossier.name },
      branchId: dossier.branchId,
      changes: change ? [{ record: "Candidate", recordId: id, ...change }, step] : [step],
    });
    return { id };
  });
}

async function loadAdmission(context: CommandContext, id: string) {
  const dossier = await loadDossier(context, id);
  authorize(canWorkOnDossier(context.actor, dossier.branchId));
  requireStep(dossier, "PREPARE", context.actor.memberId);
  if (dossier.candidate === null) throw notFound();
  return { dossier, candidate: dossier.candidate };
}

/** The columns of a candidate, with the keys that lists and searches use. */
export function personColumns<P extends { fullName: string }>(person: P) {
  const { fullName } = person;
  return { ...person, nameKey: nameKey(fullName), sortKey: sortKey(fullName), searchText: searchText(fullName, []) };
}

type Candidate = NonNullable<StoredDossier["candidate"]>;

function valuesOf(candidate: Candidate) {
  const { fullName, sex, birthOn, ethnicity, religion, education, occupation } = candidate;
  const { homePlace, permanentResidence, phone, youthUnionOn } = candidate;
  const places = { homePlace, permanentResidence, phone, youthUnionOn };
  return { fullName, sex, birthOn, ethnicity, religion, education, occupation, ...places };
}

function conditionsOf(candidate: Candidate) {
  const { certificateNumber, certificateOn, certificateBy, schoolingException, overAgeConsent } = candidate;
  return {
    certificateNumber,
    certificateOn: fromDbDate(certificateOn),
    certificateBy,
    schoolingException,
    overAgeConsent,
  };
}
