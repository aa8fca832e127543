import { z } from "zod";
import type { Day } from "@/lib/core/day";
import { NotRatedReason, RatingLevel, TargetKind } from "@/lib/core/db/generated/enums";
import {
  choice,
  count,
  dayField,
  id,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  version,
} from "@/lib/core/fields";

/** The version of a record that may not exist yet: null for a new one. */
export const optionalVersion = () =>
  z
    .union([z.literal("").transform(() => null), version()])
    .optional()
    .transform((value) => value ?? null);

export const optionalCount = () =>
  z
    .union([z.literal("").transform(() => null), count(0, 10_000)])
    .optional()
    .transform((value) => value ?? null);

const voteControls = {
  voteBase: optionalCount(),
  ballotsGiven: optionalCount(),
  ballotsReturned: optionalCount(),
  votesExcellent: optionalCount(),
  votesGood: optionalCount(),
  votesCompleted: optionalCount(),
  votesFailed: optionalCount(),
  votesInvalid: optionalCount(),
};
type VoteControls = { [Name in keyof typeof voteControls]: number | null };

/** The count of a branch's ballots; the base is the number it is counted against, null what the minutes do not tell. */
export type VoteInput = {
  readonly base: number;
  readonly given: number | null;
  readonly returned: number | null;
  readonly excellent: number;
  readonly good: number;
  readonly completed: number;
  readonly failed: number;
  readonly invalid: number;
};

/** An empty sheet is no vote; a sheet with a base counts what is left empty as nought. */
export function voteOf(controls: VoteControls): VoteInput | null {
  if (Object.values(controls).every((value) => value === null)) return null;
  return {
    base: controls.voteBase ?? 0,
    given: controls.ballotsGiven,
    returned: controls.ballotsReturned,
    excellent: controls.votesExcellent ?? 0,
    good: controls.votesGood ?? 0,
    completed: controls.votesCompleted ?? 0,
    failed: controls.votesFailed ?? 0,
    invalid: controls.votesInvalid ?? 0,
  };
}

const proposalControls = {
  roundId: id(),
  version: optionalVersion(),
  level: choice(RatingLevel),
  votedOn: optionalDay(),
  ...voteControls,
};

export const proposeRatingInput = z
  .strictObject({ ...proposalControls, memberId: id() })
  .transform(({ roundId, memberId, version, level, votedOn, ...controls }) => {
    return { roundId, memberId, version, level, votedOn, vote: voteOf(controls) };
  });
export type ProposeRatingInput = z.output<typeof proposeRatingInput>;

export const proposeBranchRatingInput = z
  .strictObject({ ...proposalControls, branchId: id() })
  .transform(({ roundId, branchId, version, level, votedOn, ...controls }) => {
    return { roundId, branchId, version, level, votedOn, vote: voteOf(controls) };
  });
export type ProposeBranchRatingInput = z.output<typeof proposeBranchRatingInput>;

/** One branch's meeting: what it proposes of each of its members. */
export type ProposeRatingsInput = {
  readonly roundId: string;
  readonly branchId: string;
  readonly votedOn: ProposeRatingInput["votedOn"];
  readonly proposals: readonly Pick<ProposeRatingInput, "memberId" | "version" | "level" | "vote">[];
};

export const markNotRatedInput = z.strictObject({
  roundId: id(),
  memberId: id(),
  version: optionalVersion(),
  reason: choice(NotRatedReason),
  note: optionalText(500),
});
export type MarkNotRatedInput = z.output<typeof markNotRatedInput>;

/** Several members of any branches who are not rated, each with the reason. */
export type MarkAllNotRatedInput = {
  readonly roundId: string;
  readonly cases: readonly Omit<MarkNotRatedInput, "roundId">[];
};

/** The paper that decisions rest on, with the meeting it comes from (SECURITY: recorder and confirmer name it too). */
export const decisionControls = {
  decisionNumber: text(60),
  decidedOn: dayField(),
  minutesNumber: text(60),
  presentCount: count(0, 1000),
};

/** A decision on one rating: a level, or null for not rated, for the reason already entered. */
export type DecisionInput = { readonly ratingId: string; readonly version: number; readonly level: RatingLevel | null };

/** Several decisions of one meeting. `reason` is needed only where the rule set lets the cap be exceeded in writing. */
export type RecordDecisionsInput = {
  readonly roundId: string;
  readonly decisions: readonly DecisionInput[];
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly minutesNumber: string;
  readonly presentCount: number;
  readonly reason: string | null;
};

/** Several recorded decisions to confirm, each as it was read. */
export type ConfirmDecisionsInput = {
  readonly roundId: string;
  readonly ratings: readonly { readonly ratingId: string; readonly version: number }[];
  readonly reason: string | null;
};

export const recordCommitteeRatingInput = z.strictObject({
  roundId: id(),
  version: optionalVersion(),
  level: choice(RatingLevel),
  ...decisionControls,
});
export type RecordCommitteeRatingInput = z.output<typeof recordCommitteeRatingInput>;

export const correctDecisionInput = z.strictObject({
  ratingId: id(),
  version: version(),
  level: optionalChoice(RatingLevel),
  notRatedReason: optionalChoice(NotRatedReason),
  note: optionalText(500),
  reason: text(500),
  ...decisionControls,
});
export type CorrectDecisionInput = z.output<typeof correctDecisionInput>;

const PERCENT = /^(\d{1,3})(?:[.,](\d))?\s*%?$/u;

/** A percentage as typed, "90,5", in tenths; null where it is none. */
function tenthsOf(typed: string): number | null {
  const [, whole, tenth] = PERCENT.exec(typed.trim()) ?? [];
  const tenths = whole === undefined ? null : Number(whole) * 10 + Number(tenth ?? 0);
  return tenths === null || tenths > 1000 ? null : tenths;
}

/** A target as the form sends it: a percentage, or for inspections a number of events. */
export const setTargetInput = z
  .strictObject({
    year: count(2000, 2100),
    kind: choice(TargetKind),
    value: text(8),
    document: optionalText(120),
    version: optionalVersion(),
  })
  .transform(({ value: typed, ...target }, context) => {
    const isCount = target.kind === "INSPECTIONS";
    const events = /^\d{1,3}$/u.test(typed) ? Number(typed) : null;
    const value = isCount ? events : tenthsOf(typed);
    if (value !== null) return { ...target, value };
    context.addIssue({
      code: "custom",
      message: isCount ? "ratings.errors.notACount" : "ratings.errors.notAPercent",
      path: ["value"],
    });
    return z.NEVER;
  });
export type SetTargetInput = z.output<typeof setTargetInput>;

const lax = <T extends z.ZodType>(of: T) => of.nullable().catch(null);

/** What members and branches are narrowed to; `branchStates` are about all that a branch has to do. */
export const memberStates = [
  "rated",
  "notRated",
  "none",
  "proposed",
  "recorded",
  "different",
  "toPropose",
  "entered",
  "undecided",
  "decided",
] as const;
const branchStates = ["voted", "notVoted", "sent", "unsent", "finished", "unfinished"] as const;

/** What the list of a round is narrowed to by its address; anything unreadable counts as not asked for. */
export const roundFilter = z.object({
  tab: z.enum(["members", "branches", "committee"]).catch("members"),
  branch: lax(z.uuid()),
  level: lax(z.enum(["GOOD_OR_BETTER", "EXCELLENT", "GOOD", "COMPLETED", "FAILED", "NOT_RATED"])),
  state: lax(z.enum([...memberStates, ...branchStates])),
  reason: lax(z.enum(NotRatedReason)),
  q: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.enum(["25", "50", "100", "all"]).catch("25"),
});
export type RoundFilter = z.output<typeof roundFilter>;

const subjectQuery = z.union([
  z.object({ member: z.uuid() }).transform(({ member }) => ({ memberId: member })),
  z.object({ branch: z.uuid() }).transform(({ branch }) => ({ branchId: branch })),
  z.object({ rating: z.uuid() }).transform(({ rating }) => ({ ratingId: rating })),
]);

/** Whom an address asks for: `member`, `branch` or `rating`; null where it names none. */
export function subjectInAddress(query: Readonly<Record<string, unknown>>) {
  return subjectQuery.safeParse(query).data ?? null;
}
