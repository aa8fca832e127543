import { type Day, daysBetween } from "@/lib/core/day";
import type { NotRatedReason, RatingLevel, RatingState } from "@/lib/core/db/generated/enums";
import { dueOn } from "@/lib/features/ratings/rules/deadlines";
import { type Deadlines, ROUND_STEPS, type RoundStep } from "@/lib/features/ratings/schema/rounds";

/** Where a member or a branch stands in a round: the branch still has to propose, has proposed or said why not, or all is decided. */
export type Standing = "OWED" | "ENTERED" | "DECIDED";

/**
 * Where a line stands; null where there is nothing to follow: the reader does not see what its branch proposes, or the rules leave
 * it out and nothing has been entered.
 */
export function standingOf(
  { step, ruledOut }: { readonly step: RatingState | "NONE"; readonly ruledOut: NotRatedReason | null },
  isFollowed: boolean,
): Standing | null {
  if (!isFollowed) return null;
  if (step === "NONE") return ruledOut === null ? "OWED" : null;
  return step === "DECIDED" ? "DECIDED" : "ENTERED";
}

/** What of a line tells how far its branch is. */
export type StandingLine = {
  readonly branchId: string;
  readonly standing: Standing | null;
  readonly proposedLevel: RatingLevel | null;
};

/** How far a branch is: whether it has voted, how many of its members it has not proposed or nothing is decided of, and its own rating. */
export type BranchStanding = {
  readonly branchId: string;
  readonly branch: string;
  readonly hasVoted: boolean;
  readonly owed: number;
  readonly undecided: number;
  readonly isOwnOwed: boolean;
  readonly isOwnUndecided: boolean;
};

/** The branches with somebody to follow, each with how far it is, in the order given. */
export function branchStandings(
  members: readonly StandingLine[],
  branches: readonly (StandingLine & { readonly branch: string })[],
): BranchStanding[] {
  return branches.flatMap((own) => {
    const mine = members.filter(({ branchId, standing }) => branchId === own.branchId && standing !== null);
    if (mine.length === 0 && own.standing === null) return [];
    const count = (wanted: (of: Standing | null) => boolean) => mine.filter(({ standing }) => wanted(standing)).length;
    const owed = count((of) => of === "OWED");
    const isOwnOwed = own.standing === "OWED";
    const isVoted = ({ standing, proposedLevel }: StandingLine) => standing !== null && proposedLevel !== null;
    return [
      {
        ...{ branchId: own.branchId, branch: own.branch, owed, isOwnOwed },
        hasVoted: [...mine, own].some(isVoted) || (owed === 0 && !isOwnOwed),
        undecided: count((of) => of !== "DECIDED"),
        isOwnUndecided: isOwnOwed || own.standing === "ENTERED",
      },
    ];
  });
}

/** What a branch is asked about: whether it has voted, sent everything, and has everything decided. */
export type BranchQuestion = "voted" | "sent" | "finished";

/** Whether the branch has done that. */
export function isDone(one: BranchStanding, question: BranchQuestion): boolean {
  if (question === "voted") return one.hasVoted;
  return question === "sent" ? one.owed === 0 && !one.isOwnOwed : one.undecided === 0 && !one.isOwnUndecided;
}

/** So many of so many, with the values of the filter that open the two lists. */
export type StepCount = {
  readonly of: "branches" | "members";
  readonly done: number;
  readonly total: number;
  readonly doneState: "voted" | "sent" | "finished" | "entered" | "decided";
  readonly openState: "notVoted" | "unsent" | "unfinished" | "toPropose" | "undecided";
};

/** A branch that is not done with a step: how many of its members are open, and whether its own rating is. */
export type OpenBranch = {
  readonly branchId: string;
  readonly branch: string;
  readonly members: number;
  readonly isOwnOpen: boolean;
};

/**
 * A step of a round: its deadline, how many days are left of it (less than none once it is over), how many have done it, and which
 * branches have not. Without counts where the register does not follow the step.
 */
export type StepView = {
  readonly step: RoundStep;
  readonly on: Day | null;
  readonly daysLeft: number | null;
  readonly isDone: boolean;
  readonly counts: readonly StepCount[];
  readonly open: readonly OpenBranch[];
};

/** The steps of a round on a day, as far as the lines that the reader follows tell. */
export function roundSteps(
  deadlines: Deadlines,
  { branches, members }: { readonly branches: readonly BranchStanding[]; readonly members: readonly StandingLine[] },
  today: Day,
): StepView[] {
  const followed = members.filter(({ standing }) => standing !== null);
  const ofBranches = (question: BranchQuestion, openState: StepCount["openState"]): StepCount => ({
    ...{ of: "branches", doneState: question, openState, total: branches.length },
    done: branches.filter((one) => isDone(one, question)).length,
  });
  const ofMembers = (doneState: "entered" | "decided", openState: StepCount["openState"]): StepCount => ({
    ...{ of: "members", doneState, openState, total: followed.length },
    done: followed.filter(
      ({ standing }) => standing === "DECIDED" || (doneState === "entered" && standing === "ENTERED"),
    ).length,
  });
  const open = (question: BranchQuestion): OpenBranch[] =>
    branches
      .filter((one) => !isDone(one, question))
      .map(({ branchId, branch, owed, undecided, isOwnOwed, isOwnUndecided }) => ({
        ...{ branchId, branch },
        members: question === "finished" ? undecided : owed,
        isOwnOpen: question === "finished" ? isOwnUndecided : isOwnOwed,
      }));
  const told: Partial<Record<RoundStep, Pick<StepView, "counts" | "open">>> =
    branches.length === 0
      ? {}
      : {
          meeting: { counts: [ofBranches("voted", "notVoted")], open: open("voted") },
          proposal: { counts: [ofBranches("sent", "unsent"), ofMembers("entered", "toPropose")], open: open("sent") },
          decision: {
            counts: [ofBranches("finished", "unfinished"), ofMembers("decided", "undecided")],
            open: open("finished"),
          },
        };
  return ROUND_STEPS.map((step) => {
    const { counts = [], open: late = [] } = told[step] ?? {};
    const on = dueOn(deadlines, step);
    const daysLeft = on === null ? null : daysBetween(today, on);
    return { step, on, daysLeft, isDone: counts.length > 0 && late.length === 0, counts, open: late };
  });
}
