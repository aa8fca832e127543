import { opined } from "../rating-opinions/opinion";
import { type FormCase, type FormWorld, someone } from "./form-case";

const bound = () => [2022];

const filledIn = (world: FormWorld, memberId: string) => ({
  ...{ roundId: world.roundId, memberId, branchId: "", giver: "RESIDENCE", giverName: "Chi ủy bản Thử" },
  ...{ givenOn: "01/12/2022", text: "Gia đình gương mẫu", level: "GOOD" },
});

/** The forms of opinions on who is rated. */
export const ratingOpinionForms: Readonly<Record<string, FormCase>> = {
  giveOpinionAction: {
    by: "secretary",
    also: ["office"],
    bound,
    optional: ["memberId", "branchId"],
    fillIn: async (world) => filledIn(world, (await someone(world)).id),
    otherwise: { text: "Tham gia việc bản đều" },
  },
  withdrawOpinionAction: {
    by: "office",
    also: [],
    bound,
    fillIn: async (world) => {
      const memberId = (await someone(world)).id;
      const id = await opined(world.system, world.roundId, { memberId });
      return { id, version: "1", reason: "Ghi nhầm người" };
    },
    otherwise: { reason: "Ghi nhầm năm" },
  },
};
