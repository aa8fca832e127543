import { drafted, handedIn } from "../self-reviews/review";
import { type FormCase, type FormWorld, someone } from "./form-case";

const bound = () => [2022];

const filledIn = (world: FormWorld, memberId: string) => ({
  ...{ roundId: world.roundId, memberId, branchId: "", form: "FORM_2C" },
  ...{ IDEOLOGY: "GRADE_GOOD", ETHICS: "GRADE_GOOD", DISCIPLINED_CONDUCT: "", WORKING_STYLE: "", TASK_RESULTS: "" },
  ...{ CORRECTION: "", COMMON: "", strengths: "Làm tốt", shortcomings: "Không có", causes: "", corrections: "" },
  ...{
    explanation: "",
    remedies: "",
    tasksTotal: "",
    tasksOnTime: "",
    tasksLate: "",
    tasksBeyond: "",
    proposedLevel: "GOOD",
  },
});

/** The forms of self-reviews. */
export const selfReviewForms: Readonly<Record<string, FormCase>> = {
  saveSelfReviewAction: {
    by: "secretary",
    also: ["office"],
    bound,
    optional: ["memberId", "branchId"],
    fillIn: async (world) => filledIn(world, (await someone(world)).id),
    otherwise: { strengths: "Làm khá" },
  },
  handInSelfReviewAction: {
    by: "secretary",
    also: ["office"],
    bound,
    fillIn: async (world) => {
      const memberId = (await someone(world)).id;
      return { id: await drafted(world.system, world.roundId, { memberId }), version: "1" };
    },
  },
  takeBackSelfReviewAction: {
    by: "secretary",
    also: ["office"],
    bound,
    fillIn: async (world) => {
      const memberId = (await someone(world)).id;
      return { id: await handedIn(world.system, world.roundId, { memberId }), version: "2" };
    },
  },
};
