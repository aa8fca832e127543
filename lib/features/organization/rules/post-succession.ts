import type { Day } from "@/lib/core/day";
import { type Interval, isInForceOn, isOrdered, lastDayOf, overlaps } from "@/lib/core/day/interval";

/** Somebody in a post that one person holds at a time. */
export type PostHolder = Interval & { readonly memberId: string };

/** A post as of a day: who holds it, who held it last before, and since when nobody does. */
export type Succession<Holder extends PostHolder> = {
  readonly holder: Holder | null;
  /** Whom the holder followed, or who held a vacant post last. */
  readonly predecessor: Holder | null;
  /** The first day without anybody, of the vacancy the day lies in; null while the post is held. */
  readonly vacantSince: Day | null;
  /** Everybody up to the day, newest first. */
  readonly line: readonly Holder[];
};

/**
 * Who followed whom in a post up to a day, told from the dates alone; what begins after the day is not known yet. A post that
 * nobody has held is vacant since the post itself began.
 */
export function successionOn<Holder extends PostHolder>(
  holders: readonly Holder[],
  post: { readonly startsOn: Day },
  on: Day,
): Succession<Holder> {
  const line = holders
    .filter((one) => isOrdered(one) && one.startsOn <= on)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1));
  const [last, before] = line;
  if (last && isInForceOn(last, on)) return { holder: last, predecessor: before ?? null, vacantSince: null, line };
  return { holder: null, predecessor: last ?? null, vacantSince: last?.endsOn ?? post.startsOn, line };
}

/** How the two linked offices of one person stand: both held since a day, or one of them ended while the other goes on. */
export type LinkedOffices =
  | { readonly kind: "TOGETHER"; readonly memberId: string; readonly since: Day }
  | {
      readonly kind: "ONE_ENDED";
      readonly memberId: string;
      readonly ended: "SECRETARY" | "VILLAGE_HEAD";
      readonly lastDay: Day;
    };

/**
 * The offices of branch secretary and village head as linked on a day. They are two elections with two terms, so either may
 * end alone; then whoever still holds the other is named, with the last day of the one that ended. Null where no one person
 * holds or has just held both.
 */
export function linkedOfficesOn(
  secretaries: readonly PostHolder[],
  heads: readonly PostHolder[],
  on: Day,
): LinkedOffices | null {
  const secretary = secretaries.find((one) => isInForceOn(one, on));
  const head = heads.find((one) => isInForceOn(one, on));
  if (secretary && head && secretary.memberId === head.memberId) {
    const since = secretary.startsOn > head.startsOn ? secretary.startsOn : head.startsOn;
    return { kind: "TOGETHER", memberId: secretary.memberId, since };
  }
  return endedBeside(secretary, heads, "VILLAGE_HEAD", on) ?? endedBeside(head, secretaries, "SECRETARY", on);
}

function endedBeside(
  kept: PostHolder | undefined,
  others: readonly PostHolder[],
  ended: "SECRETARY" | "VILLAGE_HEAD",
  on: Day,
): LinkedOffices | null {
  if (!kept) return null;
  const lost = others
    .filter((one) => one.memberId === kept.memberId && overlaps(one, kept) && one.endsOn !== null && one.endsOn <= on)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
    .at(-1);
  const lastDay = lost ? lastDayOf(lost) : null;
  return lastDay === null ? null : { kind: "ONE_ENDED", memberId: kept.memberId, ended, lastDay };
}
