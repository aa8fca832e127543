import { day } from "@/lib/core/day";
import { markStep } from "@/lib/features/inspections/commands/keep-progress";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { caseInput, conclusion } from "../inspections/case";
import { type FormCase, type FormWorld, theRow } from "./form-case";

async function opened({ branchId, members, actors }: FormWorld): Promise<string> {
  const about = caseInput({ branchIds: [branchId], head: { memberId: members.inCharge } });
  return (await openInspection(actors.inspector, about)).id;
}

async function begun(world: FormWorld): Promise<string> {
  const id = await opened(world);
  const first = { step: "DECISION_AND_PLAN", doneOn: day("2022-08-01"), remark: null } as const;
  await markStep(world.actors.inspector, { id, ...first });
  return id;
}

const marked = { step: "DECISION_AND_PLAN", doneOn: "02/08/2022", remark: "Đủ hồ sơ" };

/** The forms by which a team keeps how far its case has come. */
export const inspectionProgressForms: Readonly<Record<string, FormCase>> = {
  markStepAction: {
    by: "inspector",
    fillIn: async (world) => ({ id: await begun(world), version: "1", ...marked }),
  },
  takeBackStepAction: {
    by: "inspector",
    fillIn: async (world) => ({ id: await begun(world), version: "1", step: marked.step }),
  },
  extendInspectionAction: {
    by: "inspector",
    fillIn: async (world) => ({
      ...{ id: await opened(world), days: "5", grantedOn: "20/08/2022", reason: "Chờ đối tượng nộp tài liệu" },
    }),
    otherwise: { days: "6" },
  },
  writeFindingAction: {
    by: "inspector",
    optional: ["violation"],
    fillIn: async (world) => {
      const subject = await theRow(`SELECT id FROM "InspectionSubject" WHERE "inspectionId" = $1`, [
        await opened(world),
      ]);
      const { id = "" } = subject;
      return { id, version: "1", strengths: "Nền nếp", finding: "Ghi sổ chậm", violation: "NO_VIOLATION" };
    },
  },
  addInspectionAddendumAction: {
    by: "inspector",
    fillIn: async (world) => {
      const id = await opened(world);
      await concludeInspection(world.actors.inspector, { id, version: 1, ...conclusion });
      return { id, text: "Bổ sung số liệu thu.", reason: "Có chứng từ mới" };
    },
    otherwise: { text: "Bổ sung số liệu nộp." },
  },
  writeDiaryAction: {
    by: "inspector",
    fillIn: async (world) => ({
      ...{ id: await opened(world), happenedOn: "20/08/2022", text: "Làm việc với chi ủy, xem sổ nghị quyết." },
    }),
    otherwise: { text: "Làm việc với đảng viên." },
  },
};
