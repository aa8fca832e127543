import { addMonths, day } from "@/lib/core/day";
import { recordCatchUp } from "@/lib/features/party-documents/commands/catch-up";
import { passOn } from "@/lib/features/party-documents/commands/pass-on";
import { setFirstNumber } from "@/lib/features/party-documents/commands/take-number";
import { tellVillage } from "@/lib/features/party-documents/commands/tell-village";
import { firstBranch, withRoll } from "../meetings/branch-meeting";
import { issued, meetingWithout, received, servedVillage } from "../party-documents/document";
import { type FormCase, type FormWorld, theRow } from "./form-case";

const told = {
  ...{ issuedOn: "01/03/2022", subjectLine: "Về phòng cháy, chữa cháy rừng", audience: "CHOSEN_BRANCHES" },
  ...{ deadlineOn: "30/04/2022", enclosures: "" },
};
const incoming = { ...told, kind: "DIRECTIVE", sign: "CT/TU", issuer: "Huyện ủy", receivedOn: "03/03/2022" };

/* A body's paper has a number of its own. */
let numbers = 5000;

/** The forms of the register of Party documents. */
export const partyDocumentForms: Readonly<Record<string, FormCase>> = {
  receiveDocumentAction: {
    by: "office",
    several: ["branchId"],
    fillIn: ({ branchId }) => ({ ...incoming, number: String(numbers++), branchId }),
    otherwise: { subjectLine: "Về việc khác" },
  },
  editReceivedAction: {
    by: "office",
    several: ["branchId"],
    fillIn: async ({ actors, branchId }) => ({
      ...{ ...incoming, number: String(numbers++), branchId },
      ...{ id: await received(actors.office), version: "1" },
    }),
  },
  issueDocumentAction: {
    by: "office",
    several: ["branchId"],
    fillIn: ({ branchId }) => ({ ...told, kind: "PLAN", branchId }),
    otherwise: { subjectLine: "Về việc khác" },
  },
  setFirstNumberAction: {
    by: "office",
    fillIn: async ({ actors }) => {
      await setFirstNumber(actors.office, { kind: "SCHEME", version: 0, number: 12, reason: "Sổ giấy" });
      return { kind: "SCHEME", version: "1", number: "13", reason: "Sổ giấy đã cấp đến số 12" };
    },
  },
  editIssuedAction: {
    by: "office",
    several: ["branchId"],
    fillIn: async ({ actors, branchId }) => ({ ...told, branchId, id: await issued(actors.office), version: "1" }),
  },
  passOnAction: {
    by: "secretary",
    also: ["office"],
    fillIn: async (world) => ({ documentId: await received(world.actors.office), ...(await called(world)) }),
  },
  correctPassingAction: {
    by: "secretary",
    also: ["office"],
    fillIn: async (world) => {
      const documentId = await received(world.actors.office);
      await passOn(world.actors.office, { documentId, ...(await called(world)) });
      const row = await theRow(`SELECT id FROM "Dissemination" WHERE "documentId" = $1`, [documentId]);
      return { id: row.id ?? "", version: "1", meetingId: (await called(world)).meetingId };
    },
  },
  recordCatchUpAction: {
    by: "secretary",
    also: ["office"],
    fillIn: async (world) => ({ ...(await passed(world)), way: "TOLD", toldBy: "Bí thư", caughtUpOn: "01/01/2026" }),
  },
  takeBackCatchUpAction: {
    by: "secretary",
    also: ["office"],
    fillIn: async (world) => {
      const of = await passed(world);
      await recordCatchUp(world.actors.office, { ...of, way: "PAPER", toldBy: null, caughtUpOn: day("2026-01-01") });
      return theRow(`SELECT id FROM "CatchUp" WHERE "documentId" = $1`, [of.documentId]);
    },
  },
  tellVillageAction: {
    by: "secretary",
    also: ["office"],
    fillIn: async (world) => ({ ...(await village(world)), heldOn: "10/04/2022", households: "30" }),
    otherwise: { heldOn: "11/04/2022" },
  },
  takeBackTellingAction: {
    by: "secretary",
    also: ["office"],
    fillIn: async (world) => {
      const of = await village(world);
      await tellVillage(world.actors.office, { ...of, heldOn: day("2022-04-10"), households: 30 });
      return theRow(`SELECT id FROM "VillageTelling" WHERE "documentId" = $1`, [of.documentId]);
    },
  },
  annulDocumentAction: {
    by: "office",
    fillIn: async ({ actors }) => ({ id: await issued(actors.office), version: "1", reason: "Cấp nhầm loại" }),
  },
};

let months = 0;

/** A meeting of the first branch with its roll called. */
async function called(world: FormWorld) {
  const monthOn = addMonths(day("2024-01-01"), months++);
  const place = { ...firstBranch(world), kind: "EXTRAORDINARY" as const };
  return { branchId: world.branchId, meetingId: await withRoll(world.system, place, monthOn) };
}

/** A paper that the first branch passed on while its deputy was absent. */
async function passed(world: FormWorld) {
  const { office } = world.actors;
  const of = { documentId: await received(office), branchId: world.branchId };
  const place = { ...firstBranch(world), kind: "EXTRAORDINARY" as const };
  const monthOn = addMonths(day("2024-01-01"), months++);
  const meetingId = await meetingWithout(world.system, place, monthOn, world.members.deputy);
  await passOn(office, { ...of, meetingId });
  return { ...of, memberId: world.members.deputy };
}

/** A paper for the first branch, and a village that it serves. */
async function village(world: FormWorld) {
  const { branchId } = world;
  return { documentId: await received(world.actors.office), branchId, villageId: await servedVillage(world, branchId) };
}
