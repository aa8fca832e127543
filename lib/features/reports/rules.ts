import { addDays, type Day } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { MembershipEnd } from "@/lib/core/db/generated/enums";
import type { RollColumn } from "@/lib/features/reports/schema";

/** How a stay in a branch began: by admission, from another branch here, or from another Party organisation. */
export type StayBegan = "ADMITTED" | "TRANSFERRED" | "ARRIVED";

/** A stay in a branch of somebody, as the table of rises and falls counts it. */
export type RollStay = Interval & {
  readonly memberId: string;
  readonly fullName: string;
  readonly branchId: string;
  readonly began: StayBegan;
  readonly endReason: MembershipEnd | null;
};

/** Who stands behind each number of one line. */
export type RollLine = Readonly<Record<RollColumn, readonly RollStay[]>>;

const risen: Readonly<Record<StayBegan, RollColumn>> = {
  ADMITTED: "admitted",
  TRANSFERRED: "transferredIn",
  ARRIVED: "arrived",
};

/* A stay that ended without a word why was left for elsewhere; one a guest returned from is no official stay. */
const fallen: Readonly<Record<MembershipEnd, RollColumn>> = {
  TRANSFERRED: "transferredOut",
  MOVED_AWAY: "movedAway",
  RETURNED: "movedAway",
  DECEASED: "deceased",
  REMOVED: "removed",
  RESIGNED: "resigned",
  EXPELLED: "expelled",
};

/**
 * The rises and falls of the stays given between two days, both included: who was there on the eve, who came and left and how,
 * and who is there at the end. Opening plus rises less falls is closing, whatever the stays.
 */
export function riseAndFall(stays: readonly RollStay[], { from, to }: { from: Day; to: Day }): RollLine {
  const line: Record<RollColumn, RollStay[]> = {
    opening: stays.filter((stay) => isInForceOn(stay, addDays(from, -1))),
    admitted: [],
    transferredIn: [],
    arrived: [],
    transferredOut: [],
    movedAway: [],
    deceased: [],
    removed: [],
    resigned: [],
    expelled: [],
    closing: stays.filter((stay) => isInForceOn(stay, to)),
  };
  for (const stay of stays) {
    if (from <= stay.startsOn && stay.startsOn <= to) line[risen[stay.began]].push(stay);
    if (stay.endsOn !== null && from <= stay.endsOn && stay.endsOn <= to) {
      line[fallen[stay.endReason ?? "MOVED_AWAY"]].push(stay);
    }
  }
  return line;
}
