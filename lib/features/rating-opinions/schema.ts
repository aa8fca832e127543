import { z } from "zod";
import { OpinionGiver, RatingLevel } from "@/lib/core/db/generated/enums";
import { choice, dayField, id, note, optionalChoice, optionalId, text, version } from "@/lib/core/fields";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** An opinion on a member, a branch, or, where neither is named, the committee. */
export const giveOpinionInput = z.strictObject({
  roundId: id(),
  memberId: optionalId(),
  branchId: optionalId(),
  giver: choice(OpinionGiver),
  giverName: text(200),
  givenOn: dayField(),
  text: note(3000),
  level: optionalChoice(RatingLevel),
});
export type GiveOpinionInput = z.output<typeof giveOpinionInput>;

export const withdrawOpinionInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type WithdrawOpinionInput = z.output<typeof withdrawOpinionInput>;

type Place = { readonly memberId: string | null; readonly branchId: string | null };

/**
 * The page of a subject of a round: of its rating where it has one, else the one on which its branch proposes, for the committee the
 * round's own. `done` is what the page is to say has just been done.
 */
export function subjectAddress(
  period: RatingPeriod,
  { ratingId, memberId, branchId }: Place & { readonly ratingId: string | null },
  done?: "given" | "withdrawn",
): string {
  const path = `/ratings/${period}`;
  const told = done ? `done=${done}` : "";
  if (ratingId !== null) return told ? `${path}/${ratingId}?${told}` : `${path}/${ratingId}`;
  const page = (memberId ?? branchId) ? `${path}/propose?${nameIn({ memberId, branchId })}` : `${path}?tab=committee`;
  return told ? `${page}&${told}` : page;
}

/** The form for an opinion on that subject. */
export function opinionFormAddress(period: RatingPeriod, of: Place): string {
  return `/ratings/${period}/opinions/new?${nameIn(of)}`;
}

function nameIn({ memberId, branchId }: Place): string {
  if (memberId !== null) return `member=${memberId}`;
  return branchId === null ? "of=committee" : `branch=${branchId}`;
}
