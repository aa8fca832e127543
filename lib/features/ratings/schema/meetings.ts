import { z } from "zod";
import { RatingLevel } from "@/lib/core/db/generated/enums";
import { choice, id, optionalDay, optionalText, version } from "@/lib/core/fields";
import {
  type ConfirmDecisionsInput,
  decisionControls,
  optionalCount,
  optionalVersion,
  type ProposeRatingsInput,
  type RecordDecisionsInput,
  voteOf,
} from "@/lib/features/ratings/schema";

const BALLOTS = ["base", "excellent", "good", "completed", "failed", "invalid"] as const;
const MEETING_CONTROL = /^(level|version|base|excellent|good|completed|failed|invalid)-([0-9a-f-]{36})$/u;

/**
 * A branch's meeting as the form sends it: for each member `level-<member>` with the ballots beside it; a member without a
 * level is left for later. One ballot bears all names, so that what was given out and returned is typed once. Any other control
 * is refused.
 */
export const proposeRatingsInput = z
  .looseObject({
    ...{ roundId: id(), branchId: id(), votedOn: optionalDay() },
    ...{ ballotsGiven: optionalCount(), ballotsReturned: optionalCount() },
  })
  .transform((typed, context): ProposeRatingsInput => {
    const { roundId, branchId, votedOn, ballotsGiven, ballotsReturned, ...controls } = typed;
    if (Object.keys(controls).some((control) => !MEETING_CONTROL.test(control))) {
      context.addIssue({ code: "custom", message: "refusals.unknownField" });
    }
    const members = Object.keys(controls).flatMap((control) =>
      control.startsWith("level-") ? [control.slice(6)] : [],
    );
    const proposals = members.flatMap((memberId) => {
      if (controls[`level-${memberId}`] === "") return [];
      const read = (part: string) => optionalCount().safeParse(controls[`${part}-${memberId}`]);
      const [base, excellent, good, completed, failed, invalid] = BALLOTS.map(read);
      const level = choice(RatingLevel).safeParse(controls[`level-${memberId}`]);
      const seen = optionalVersion().safeParse(controls[`version-${memberId}`]);
      if (!level.success || !seen.success) {
        context.addIssue({ code: "custom", message: "refusals.fields.choose", path: [`level-${memberId}`] });
        return [];
      }
      const wrong = BALLOTS.filter((part) => !read(part).success);
      for (const part of wrong) {
        const path = [`${part}-${memberId}`];
        context.addIssue({ code: "custom", message: "ratings.errors.voteNotACount", path });
      }
      const counted = voteOf({
        ...{ voteBase: base?.data ?? null, ballotsGiven: null, ballotsReturned: null },
        votesExcellent: excellent?.data ?? null,
        votesGood: good?.data ?? null,
        votesCompleted: completed?.data ?? null,
        votesFailed: failed?.data ?? null,
        votesInvalid: invalid?.data ?? null,
      });
      const vote = counted && { ...counted, given: ballotsGiven, returned: ballotsReturned };
      return [{ memberId, version: seen.data, level: level.data, vote }];
    });
    if ((ballotsGiven ?? ballotsReturned) !== null && proposals.every(({ vote }) => vote === null)) {
      context.addIssue({ code: "custom", message: "ratings.errors.ballotsNotCounted", path: ["ballotsGiven"] });
    }
    if (proposals.length === 0) context.addIssue({ code: "custom", message: "ratings.errors.nobodyNamed" });
    return { roundId, branchId, votedOn, proposals };
  });

const LEVEL_CONTROL = /^level-([0-9a-f-]{36})$/u;
const levelOrNone = z.union([z.literal("NOT_RATED").transform(() => null), choice(RatingLevel)]);

/**
 * A meeting's decisions as the form sends them: besides the paper, `level-<rating>` and `version-<rating>` for each line; a
 * line left empty is not decided. Any other control is refused.
 */
export const recordDecisionsInput = z
  .looseObject({ roundId: id(), reason: optionalText(500), ...decisionControls })
  .transform((typed, context): RecordDecisionsInput => {
    const { roundId, reason, decisionNumber, decidedOn, minutesNumber, presentCount, ...controls } = typed;
    const decisions = Object.entries(controls).flatMap(([control, value]) => {
      if (/^version-[0-9a-f-]{36}$/u.test(control)) return [];
      const ratingId = LEVEL_CONTROL.exec(control)?.[1];
      if (ratingId === undefined) {
        context.addIssue({ code: "custom", message: "refusals.unknownField" });
        return [];
      }
      if (value === "") return [];
      const level = levelOrNone.safeParse(value);
      const seen = version().safeParse(controls[`version-${ratingId}`]);
      if (level.success && seen.success) return [{ ratingId, version: seen.data, level: level.data }];
      context.addIssue({ code: "custom", message: "refusals.fields.choose", path: [control] });
      return [];
    });
    if (decisions.length === 0) context.addIssue({ code: "custom", message: "ratings.errors.nobodyNamed" });
    return { roundId, decisions, decisionNumber, decidedOn, minutesNumber, presentCount, reason };
  });

const severalTexts = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional();

/** Confirmations as the form sends them: `rating` once for each line, "<id> <version>". */
export const confirmDecisionsInput = z
  .strictObject({ roundId: id(), rating: severalTexts, reason: optionalText(500) })
  .transform(({ roundId, rating, reason }, context): ConfirmDecisionsInput => {
    const line = z.tuple([id(), version()]);
    const ratings = (rating ?? []).flatMap((text) => {
      const parsed = line.safeParse(text.split(" "));
      if (parsed.success) return [{ ratingId: parsed.data[0], version: parsed.data[1] }];
      context.addIssue({ code: "custom", message: "refusals.unknownField" });
      return [];
    });
    if (ratings.length === 0) context.addIssue({ code: "custom", message: "ratings.errors.nobodyNamed" });
    return { roundId, ratings, reason };
  });
