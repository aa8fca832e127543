import "server-only";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { CountedOutReason, VoteMethod, VotingBody } from "@/lib/core/db/generated/enums";
import type { Threshold } from "@/lib/features/rule-sets/schema";
import { hasPassed, votesNeeded } from "@/lib/features/votes/rules";

/** What a sheet is shown and judged by. */
export const sheetColumns = {
  id: true,
  body: true,
  heldOn: true,
  method: true,
  entitled: true,
  base: true,
  present: true,
  yes: true,
  no: true,
  blank: true,
  comparison: true,
  numerator: true,
  denominator: true,
  minutesNumber: true,
  countedOut: {
    orderBy: { member: { sortKey: "asc" } },
    select: { memberId: true, reason: true, member: { select: { fullName: true } } },
  },
} as const;

type Row = Threshold & {
  id: string;
  body: VotingBody;
  heldOn: Date;
  method: VoteMethod;
  entitled: number;
  base: number;
  present: number;
  yes: number;
  no: number;
  blank: number;
  minutesNumber: string | null;
  countedOut: { memberId: string; reason: CountedOutReason; member: { fullName: string } }[];
};

/** A vote sheet as it is shown: the count, what it was counted against and why, and whether it carried. */
export type SheetView = Omit<Row, "heldOn" | "countedOut"> & {
  readonly heldOn: Day;
  readonly needed: number;
  readonly isPassed: boolean;
  readonly countedOut: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly reason: CountedOutReason;
  }[];
};

/** A stored sheet as it is shown. */
export function getSheetView({ heldOn, countedOut, ...row }: Row): SheetView {
  return {
    ...row,
    heldOn: fromDbDate(heldOn),
    needed: votesNeeded(row.base, row),
    isPassed: hasPassed(row),
    countedOut: countedOut.map(({ memberId, reason, member }) => ({ memberId, reason, name: member.fullName })),
  };
}
