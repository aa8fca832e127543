import { day } from "@/lib/core/day";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";
import { ownerRows } from "../../support/register";
import { decideAll } from "../ratings/closed-round";
import { confirm, propose, record } from "../ratings/round";
import { type FormCase, type FormWorld, someone } from "./form-case";

const ballots = {
  voteBase: "",
  ballotsGiven: "",
  ballotsReturned: "",
  votesExcellent: "",
  votesGood: "",
  votesCompleted: "",
  votesFailed: "",
  votesInvalid: "",
};
const paper = { decisionNumber: "105-QĐ/ĐU", decidedOn: "20/12/2022", minutesNumber: "12-BB/ĐU", presentCount: "13" };
const bound = () => [2022];
const deadlines = {
  selfReviewDueOn: "",
  meetingDueOn: "",
  proposalDueOn: "",
  decisionDueOn: "",
  announcementDueOn: "",
};

async function proposed(world: FormWorld): Promise<string> {
  const [line] = await propose(world, [[(await someone(world, world.otherBranchId)).id, "GOOD"]]);
  return line?.ratingId ?? "";
}

async function recorded(world: FormWorld): Promise<string> {
  const ratingId = await proposed(world);
  await record(world.actors.office, world, [{ ratingId, version: 1, level: "GOOD" }]);
  return ratingId;
}

/* Each round is of a year of its own. */
let year = 2030;

/** The forms of the yearly review and of the rules it is run under. */
export const ratingForms: Readonly<Record<string, FormCase>> = {
  openRatingRoundAction: {
    by: "office",
    fillIn: () => ({ year: "2023", reckoningOn: "31/12/2023", ...deadlines, decisionDueOn: "31/12/2023" }),
    otherwise: { reckoningOn: "30/12/2023" },
  },
  confirmRatingDeadlinesAction: {
    by: "leader",
    also: ["second"],
    bound,
    fillIn: async ({ actors }) => {
      const reckoningOn = day(`${year}-12-31`);
      year += 1;
      const dated = { ...NO_DEADLINES, decisionDueOn: reckoningOn };
      const round = { year: year - 1, reckoningOn, deadlines: dated };
      return { roundId: (await openRatingRound(actors.office, round)).id, version: "1" };
    },
  },
  setRatingDeadlinesAction: {
    by: "office",
    bound,
    fillIn: ({ roundId }) => ({
      roundId,
      version: "",
      reason: "Theo kế hoạch",
      ...deadlines,
      meetingDueOn: "05/12/2022",
    }),
    otherwise: { meetingDueOn: "06/12/2022" },
  },
  closeRatingRoundAction: {
    by: "office",
    bound,
    fillIn: async (world) => {
      const on = day(`${year}-12-31`);
      year += 1;
      const { id } = await openRatingRound(world.system, { year: year - 1, reckoningOn: on });
      await decideAll(world, id, on);
      return { roundId: id, version: "1" };
    },
  },
  proposeRatingAction: {
    by: "office",
    also: ["secretary"],
    bound,
    fillIn: async (world) => ({
      roundId: world.roundId,
      memberId: (await someone(world)).id,
      version: "",
      level: "GOOD",
      votedOn: "",
      ...ballots,
    }),
    otherwise: { level: "COMPLETED" },
  },
  proposeBranchRatingAction: {
    by: "office",
    also: ["secretary"],
    bound,
    fillIn: ({ roundId, branchId }) => ({ roundId, branchId, version: "", level: "GOOD", votedOn: "", ...ballots }),
    otherwise: { level: "COMPLETED" },
  },
  proposeRatingsAction: {
    by: "office",
    also: ["secretary"],
    bound,
    fillIn: async (world) => {
      const { id } = await someone(world);
      return {
        roundId: world.roundId,
        branchId: world.branchId,
        votedOn: "",
        ballotsGiven: "",
        ballotsReturned: "",
        [`level-${id}`]: "GOOD",
        [`version-${id}`]: "",
        [`base-${id}`]: "",
      };
    },
    otherwise: { votedOn: "01/12/2022" },
  },
  markNotRatedAction: {
    by: "office",
    also: ["secretary"],
    bound,
    fillIn: async (world) => ({
      roundId: world.roundId,
      memberId: (await someone(world)).id,
      version: "",
      reason: "OTHER",
      note: "Đi học xa",
    }),
    otherwise: { note: "Đi làm xa" },
  },
  recordDecisionsAction: {
    by: "office",
    also: ["leader", "second"],
    bound,
    fillIn: async (world) => {
      const ratingId = await proposed(world);
      return {
        roundId: world.roundId,
        reason: "",
        ...paper,
        [`level-${ratingId}`]: "GOOD",
        [`version-${ratingId}`]: "1",
      };
    },
    otherwise: { decisionNumber: "106-QĐ/ĐU" },
  },
  recordCommitteeRatingAction: {
    by: "office",
    also: ["leader", "second"],
    bound,
    fillIn: ({ roundId }) => ({ roundId, version: "", level: "GOOD", ...paper }),
    otherwise: { decisionNumber: "106-QĐ/ĐU" },
  },
  confirmDecisionsAction: {
    by: "leader",
    also: ["second"],
    bound,
    fillIn: async (world) => ({ roundId: world.roundId, rating: [`${await recorded(world)} 2`], reason: "" }),
    several: ["rating"],
    otherwise: { reason: "Lý do khác" },
  },
  correctDecisionAction: {
    by: "office",
    also: ["leader", "second"],
    bound,
    fillIn: async (world) => {
      const ratingId = await recorded(world);
      await confirm(world.actors.leader, world, [ratingId]);
      const outcome = { level: "COMPLETED", notRatedReason: "", note: "", reason: "Chép nhầm" };
      return { ratingId, version: "3", ...outcome, ...paper };
    },
  },
  setTargetAction: {
    by: "office",
    fillIn: () => ({ year: "2024", kind: "BRANCHES_GOOD_OR_BETTER", value: "100", document: "", version: "" }),
    otherwise: { value: "90" },
  },
  installRuleSetsAction: {
    by: "office",
    fillIn: async ({ committeeId }) => {
      await ownerRows(`DELETE FROM "RuleSet" WHERE "committeeId" = $1 AND kind = 'PLANNING'`, [committeeId]);
      return {};
    },
  },
};
