import { draftPlan, submittedPlan } from "../../support/planning";
import type { FormCase, FormWorld } from "./form-case";

let year = 2100;

/* Every plan is for a year of its own, since only one at a time may be open for a day. */
const ofAnotherYear = () => {
  year += 1;
  return year;
};
const draft = async ({ actors, members }: FormWorld) => ({
  ...{ id: await draftPlan(actors.office, ofAnotherYear(), members.inCharge), version: "1" },
});
const submitted = async ({ actors, members }: FormWorld) => ({
  ...{ id: await submittedPlan(actors.office, ofAnotherYear(), members.inCharge), version: "2" },
});
const reason = "Chờ kiện toàn cấp ủy";

/** The forms of plans of assignments: from the draft to its being issued. */
export const assignmentPlanForms: Readonly<Record<string, FormCase>> = {
  openPlanAction: {
    by: "office",
    fillIn: () => {
      const of = ofAnotherYear();
      return { name: `Phân công ${of}`, startsOn: `01/01/${of}`, lastDay: `31/12/${of}`, copiedOn: "01/06/2022" };
    },
    otherwise: { name: "Phân công khác" },
  },
  renamePlanAction: {
    by: "office",
    fillIn: async (world) => ({ ...(await draft(world)), name: "Phân công theo nghị quyết mới" }),
  },
  planBranchAction: {
    by: "office",
    several: ["supportingIds"],
    optional: ["mainId"],
    fillIn: async (world) => ({
      ...(await draft(world)),
      ...{ branchId: world.otherBranchId, mainId: world.members.inCharge },
    }),
  },
  submitPlanAction: {
    by: "office",
    fillIn: async (world) => ({ ...(await draft(world)), decisionNumber: "91-QĐ/ĐU", decidedOn: "20/11/2026" }),
  },
  issuePlanAction: { by: "leader", also: ["second"], fillIn: submitted },
  returnPlanAction: {
    by: "leader",
    also: ["second", "office"],
    fillIn: async (world) => ({ ...(await submitted(world)), reason }),
  },
  discardPlanAction: { by: "office", fillIn: async (world) => ({ ...(await draft(world)), reason }) },
};
