import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { type Adjustment, adjustmentsOf, entriesOf, type RollEntry, type RollStay } from "@/lib/features/reports/rules";
import { rollColumns } from "@/lib/features/reports/schema";

/** Why a stay differs from the closed table: the last event that changed it since. */
export type StayChange = {
  readonly stayId: string;
  readonly event: string;
  readonly at: Date;
  readonly actorName: string;
  readonly reason: string | null;
};

/** A difference with what made it; `change` is null where no event of the stay itself did. */
export type ExplainedAdjustment = Adjustment & { readonly change: StayChange | null };

/** A closed table: when and by whom, who stood in it, and the differences since. */
export type ClosedRoll = {
  readonly closedAt: Date;
  readonly closedByName: string;
  readonly entries: readonly RollEntry[];
  readonly adjustments: readonly ExplainedAdjustment[];
};

/** How the period was closed, as far as the reader's branches go; null where it was not. */
export async function findClosing(
  tx: Tx,
  { committeeId }: Actor,
  { period, stays }: { period: { from: Day; to: Day }; stays: readonly RollStay[] },
): Promise<ClosedRoll | null> {
  const closing = await tx.rollClosing.findFirst({
    where: { committeeId, firstOn: toDbDate(period.from), lastOn: toDbDate(period.to) },
    relationLoadStrategy: "join",
    select: {
      closedAt: true,
      closedByName: true,
      entries: {
        orderBy: { position: "asc" },
        select: { branchId: true, column: true, memberId: true, stayId: true, member: { select: { fullName: true } } },
      },
    },
  });
  if (!closing) return null;
  const { closedAt, closedByName } = closing;
  const entries = closing.entries.flatMap(({ column, member, ...entry }) => {
    const known = rollColumns.find((one) => one === column);
    return known ? [{ ...entry, column: known, fullName: member.fullName }] : [];
  });
  const adjustments = adjustmentsOf(entries, entriesOf(stays, period));
  const changes = await listChanges(tx, adjustments, closedAt);
  const explained = adjustments.map((one) => ({ ...one, change: changes.get(one.stayId) ?? null }));
  return { closedAt, closedByName, entries, adjustments: explained };
}

async function listChanges(tx: Tx, adjustments: readonly Adjustment[], since: Date): Promise<Map<string, StayChange>> {
  if (adjustments.length === 0) return new Map();
  const stays = [...new Set(adjustments.map(({ stayId }) => stayId))];
  const rows = await tx.$queryRaw<StayChange[]>`
    SELECT "stayId", event, at, "actorName", reason FROM app.stay_changes(${stays}::uuid[], ${since})`;
  return new Map(rows.map((row) => [row.stayId, row]));
}
