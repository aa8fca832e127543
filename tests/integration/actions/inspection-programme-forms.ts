import { commission2022, committee2022, drafted, issued, lined, planOf } from "../inspection-programmes/programme";
import { type FormCase, type FormWorld, theRow } from "./form-case";

/* A body has one programme a year: each form takes a year of its own, from the one on in which the branch was founded. */
const next = { committee: 2015, commission: 2015, branch: 2015 };
const committees = () => ({ ...committee2022, year: next.committee++ });
const commissions = () => ({ ...commission2022, year: next.commission++ });
const plans = ({ branchId }: FormWorld) => planOf(branchId, next.branch++);

/** A line about a member of the branch whose plan it is, or of the first branch. */
async function lineOf({ system, branchId }: FormWorld, programmeId: string): Promise<string> {
  const { member, plan } = await theRow(
    `SELECT m."memberId" AS member, p."branchId" AS plan FROM "InspectionProgramme" p JOIN "Membership" m
        ON m."branchId" = coalesce(p."branchId", $2) AND m.kind = 'OFFICIAL' AND m."endsOn" IS NULL AND m."startsOn" < '2016-01-01'
        AND NOT EXISTS (SELECT 1 FROM "BranchOffice" o WHERE o."memberId" = m."memberId")
      WHERE p.id = $1 ORDER BY m."startsOn", m."memberId" LIMIT 1`,
    [programmeId, branchId],
  );
  const memberId = member ?? "";
  return lined(system, programmeId, plan ? { memberIds: [memberId] } : { members: [{ memberId }] });
}

async function issuedLine(world: FormWorld, input = plans(world)): Promise<{ id: string; year: number }> {
  const programme = await drafted(world.system, input);
  const id = await lineOf(world, programme);
  await issued(world.system, programme, `${input.year}-01-10`);
  return { id, year: input.year };
}

/** The forms of the yearly programmes of inspection. */
export const inspectionProgrammeForms: Readonly<Record<string, FormCase>> = {
  openProgrammeAction: {
    by: "office",
    optional: ["branchId"],
    fillIn: () => ({ year: String(next.committee++), body: "COMMITTEE", branchId: "" }),
    otherwise: { body: "STANDING_COMMITTEE" },
  },
  addLineAction: {
    by: "office",
    several: ["branchIds", "memberIds"],
    fillIn: async ({ system, branchId }) => ({
      ...{ programmeId: await drafted(system, committees()), mode: "INSPECTION", topic: "COMPLIANCE", month: "8" },
      ...{ branchIds: branchId, members: "", team: "", remark: "" },
    }),
    otherwise: { month: "9" },
  },
  takeOutLineAction: {
    by: "secretary",
    also: ["office", "secretary"],
    fillIn: async (world) => ({
      id: await lineOf(world, await drafted(world.system, plans(world))),
      version: "1",
    }),
  },
  issueProgrammeAction: {
    by: "office",
    fillIn: async (world) => {
      const input = commissions();
      const id = await drafted(world.system, input);
      await lineOf(world, id);
      return { id, version: "2", documentNumber: "01-CTr/UBKT", issuedOn: `10/01/${input.year}` };
    },
  },
  dropLineAction: {
    by: "secretary",
    also: ["office", "secretary"],
    fillIn: async (world) => {
      const line = await issuedLine(world);
      return { id: line.id, version: "1", droppedOn: `01/06/${line.year}`, reason: "Đảng viên chuyển đi" };
    },
  },
  markLineDoneAction: {
    by: "secretary",
    also: ["office", "secretary"],
    optional: ["meetingId"],
    fillIn: async (world) => {
      const line = await issuedLine(world);
      return { id: line.id, version: "1", doneOn: `01/06/${line.year}`, result: "Thực hiện tốt", meetingId: "" };
    },
  },
};
