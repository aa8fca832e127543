import { type Day, day } from "@/lib/core/day";
import { openDeparture } from "@/lib/features/admissions/commands/open-departure";
import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import { carry, departure } from "../admissions/departures";
import { admitUpTo, candidateInput, countVoters, type Stage, versionOf } from "../admissions/dossier";
import { everyone, type FormCase, type FormWorld, someone } from "./form-case";
import type { Form } from "./request";

const candidate = () => ({
  fullName: candidateInput("").fullName,
  sex: "FEMALE",
  birthOn: "12/05/2000",
  ethnicity: "Thái",
  religion: "",
  education: "UPPER_SECONDARY",
  occupation: "Nông dân",
  homePlace: "",
  permanentResidence: "",
  phone: "",
  youthUnionOn: "2016",
});

/** A dossier of admission of the world's first branch, opened by the office, as a form names it. */
async function dossierAt(world: FormWorld, stage: Stage): Promise<{ id: string; version: string }> {
  const id = await admitUpTo(world, stage, world.actors.office);
  return { id, version: String(await versionOf(id)) };
}

/** Somebody who was removed long enough ago to be admitted again. */
async function removedLongAgo(world: FormWorld): Promise<string> {
  const memberId = (await someone(world)).id;
  const { id } = await openDeparture(world.actors.office, departure(memberId, { ground: "LOST_WILL" }));
  await carry(world, id, day("2022-02-10"), day("2022-03-01"), day("2022-03-15"));
  return memberId;
}

async function probationer(world: FormWorld): Promise<string> {
  const { fullName } = candidateInput("");
  const admittedOn: Day = day("2025-05-01");
  const dates = { admittedOn, ceremonyOn: admittedOn, officialOn: null, startsOn: admittedOn };
  return (await addMember(world.system, { ...memberInput(fullName, world.branchId), ...dates })).id;
}

const ceremony = async (world: FormWorld): Promise<Form> => ({
  ...(await dossierAt(world, "DECIDED")),
  ceremonyOn: "25/09/2026",
  receivedOn: "",
  helperId: world.members.deputy,
  lateConsent: "",
});
const death = async (world: FormWorld): Promise<Form> => ({
  memberId: (await someone(world)).id,
  diedOn: "01/08/2026",
  reason: "",
});
const withoutVersion = ({ version: _version, ...form }: Form): Form => form;

/** The forms of dossiers: admission, recognition, leaving, coming back. */
export const dossierForms: Readonly<Record<string, FormCase>> = {
  openAdmissionAction: {
    by: "office",
    also: ["secretary"],
    fillIn: ({ branchId }) => ({ branchId, openedOn: "03/08/2026", ...candidate() }),
    otherwise: { occupation: "Giáo viên" },
  },
  editCandidateAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({ ...(await dossierAt(world, "OPEN")), ...candidate() }),
  },
  setConditionsAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({
      ...(await dossierAt(world, "OPEN")),
      certificateNumber: "15/2025",
      certificateOn: "01/03/2025",
      certificateBy: "Trung tâm chính trị",
      schoolingException: "",
      overAgeConsent: "",
      introducer1: world.members.deputy,
      tie1: "RESIDENCE",
      togetherSinceOn1: "01/01/2020",
      introducer2: "",
      tie2: "",
      togetherSinceOn2: "",
    }),
    optional: ["introducer1"],
  },
  receivePapersAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({ ...(await dossierAt(world, "OPEN")), APPLICATION: "10/08/2026", LIFE_RECORD: "" }),
  },
  recordBranchVoteAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => {
      const all = String(await countVoters(world.branchId, day("2026-08-20")));
      const count = { present: all, yes: all, no: "0", blank: "0" };
      const how = { heldOn: "20/08/2026", method: "SECRET_BALLOT", minutesNumber: "08-BB/CB" };
      return { ...(await dossierAt(world, "READY")), ...how, ...count };
    },
  },
  recordDecisionAction: {
    by: "office",
    fillIn: async (world) => ({
      ...(await dossierAt(world, "VOTED")),
      decidedBy: "STANDING_COMMITTEE",
      decisionNumber: "21-QĐ/ĐU",
      decidedOn: "07/09/2026",
      minutesNumber: "31-BB/ĐU",
      receivedOn: "",
      effectiveOn: "",
      method: "CARD",
      present: "1",
      yes: "1",
      no: "0",
      blank: "0",
    }),
  },
  confirmDecisionAction: { by: "leader", also: ["second"], fillIn: (world) => dossierAt(world, "RECORDED") },
  returnDecisionAction: {
    by: "leader",
    also: ["second", "office"],
    fillIn: async (world) => ({ ...(await dossierAt(world, "RECORDED")), reason: "Sai số biên bản" }),
  },
  checkCeremonyAction: {
    by: "office",
    also: everyone,
    fillIn: async (world) => withoutVersion(await ceremony(world)),
    optional: ["helperId"],
    writes: "NOTHING",
  },
  holdCeremonyAction: { by: "office", fillIn: ceremony, optional: ["helperId"] },
  closeDossierAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({ ...(await dossierAt(world, "OPEN")), reason: "Quần chúng xin rút" }),
  },
  openDepartureAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({
      memberId: (await someone(world)).id,
      kind: "REMOVAL",
      openedOn: "03/08/2026",
      ground: "LEFT_ACTIVITY_OR_FEES",
      reason: "",
    }),
    otherwise: { reason: "Bỏ sinh hoạt ba tháng" },
  },
  openReadmissionAction: {
    by: "office",
    fillIn: async (world) => ({
      memberId: await removedLongAgo(world),
      branchId: world.branchId,
      openedOn: "03/08/2026",
      isOpen: "yes",
    }),
    otherwise: { openedOn: "04/08/2026" },
  },
  checkDeathAction: { by: "office", also: everyone, fillIn: death, writes: "NOTHING" },
  recordDeathAction: { by: "office", fillIn: death, otherwise: { reason: "Ốm" } },
  openRecognitionAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({ memberId: await probationer(world), openedOn: "03/08/2026", helperId: "" }),
    otherwise: { openedOn: "04/08/2026" },
  },
};
