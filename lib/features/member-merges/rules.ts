import { type Interval, overlaps } from "@/lib/core/day/interval";
import type { MergeState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type MergeField, type mergeRecords, mergeTies } from "@/lib/features/member-merges/schema";

/** How many of each of them hang on a record. */
export type MergeTies = Readonly<Record<(typeof mergeTies)[number], number>>;

/** A dated row of a record. Rows of one `slot` may not overlap in one record; `place` is the branch of a stay. */
export type DatedRow = Interval & {
  readonly record: (typeof mergeRecords)[number];
  readonly id: string;
  readonly slot: string;
  readonly place: string;
};

/** What is known of one of the two records. */
export type MergeSide = {
  readonly id: string;
  readonly idHash: string | null;
  readonly oldIdHash: string | null;
  readonly rows: readonly DatedRow[];
};

/** What becomes of the dropped record's dated rows: moved, or gone because the kept record has the same stay; or in the way. */
export function rowFates(kept: readonly DatedRow[], dropped: readonly DatedRow[]) {
  const fateOf = (row: DatedRow): "MOVED" | "SAME" | "IN_THE_WAY" => {
    const same = kept.filter((one) => one.record === row.record && one.slot === row.slot && overlaps(one, row));
    if (same.length === 0) return "MOVED";
    const isSame = row.record === "Membership" && same.every((one) => one.place === row.place && covers(one, row));
    return isSame ? "SAME" : "IN_THE_WAY";
  };
  return dropped.map((row) => ({ row, fate: fateOf(row) }));
}

/**
 * Everything that keeps two records from becoming one, so that it can be solved first: a record about oneself, what is never
 * moved, two different ID numbers, a second admission, stays, statuses or offices of both at the same time.
 */
export function mergeObstacles(
  { kept, dropped }: { readonly kept: MergeSide; readonly dropped: MergeSide },
  facts: { readonly ties: MergeTies; readonly isReadmitted: boolean; readonly readerId: string | null },
): Obstacle[] {
  const ties = mergeTies.filter((tie) => facts.ties[tie] > 0);
  const inTheWay = rowFates(kept.rows, dropped.rows).filter(({ fate }) => fate === "IN_THE_WAY");
  const records = new Set(inTheWay.map(({ row }) => row.record));
  const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;
  const obstacle = (is: boolean, reason: string) => (is ? [{ reason: `memberMerges.errors.${reason}` }] : []);
  return [
    ...obstacle(facts.readerId === kept.id || facts.readerId === dropped.id, "aboutOneself"),
    ...obstacle(differ(kept.idHash, dropped.idHash), "twoIdNumbers"),
    ...obstacle(differ(kept.oldIdHash, dropped.oldIdHash), "twoOldIdNumbers"),
    ...obstacle(facts.isReadmitted, "readmitted"),
    ...ties.map((tie) => ({ reason: `memberMerges.errors.ties.${tie}`, params: { count: facts.ties[tie] } })),
    ...[...records].map((record) => ({ reason: `memberMerges.errors.overlap.${record}` })),
  ];
}

/** The columns that are taken over for a choice: with a name its other form and the keys it is found and sorted by. */
export function columnsTaken(taken: readonly MergeField[]): string[] {
  return taken.flatMap((field) =>
    field === "fullName" ? ["fullName", "otherName", "nameKey", "sortKey", "searchText"] : [field],
  );
}

/** Why two records cannot be given back: not one yet or no longer, or the time is over. */
export function undoObstacle(
  merge: { readonly state: MergeState; readonly undoEndsAt: Date | null },
  now: Date,
): Obstacle | null {
  if (merge.state === "UNDONE") return { reason: "memberMerges.errors.undone" };
  if (merge.state !== "DONE" || merge.undoEndsAt === null) return { reason: "memberMerges.errors.notDone" };
  return merge.undoEndsAt <= now ? { reason: "memberMerges.errors.undoOver" } : null;
}

function covers(one: Interval, other: Interval): boolean {
  return (
    one.startsOn <= other.startsOn && (one.endsOn === null || (other.endsOn !== null && other.endsOn <= one.endsOn))
  );
}
