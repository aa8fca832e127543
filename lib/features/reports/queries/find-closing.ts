import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { RollEntry, RollStep } from "@/lib/features/reports/rules";
import { type RollColumn, rollColumns } from "@/lib/features/reports/schema";

/** A correction of a closed table: who came into a column or out of it, by which event of whom, when and why. */
export type RollCorrection = RollEntry &
  RollStep & {
    readonly id: string;
    readonly at: Date;
    readonly actorName: string;
    readonly event: string;
    readonly reason: string;
  };

/** A closed table: when and by whom, who stood in it, and what it was corrected to since, oldest first. */
export type ClosedRoll = {
  readonly closedAt: Date;
  readonly closedByName: string;
  readonly entries: readonly RollEntry[];
  readonly corrections: readonly RollCorrection[];
};

/** How the period was closed, as far as the reader's branches go; null where it was not. */
export async function findClosing(
  tx: Tx,
  { committeeId }: Actor,
  period: { from: Day; to: Day },
): Promise<ClosedRoll | null> {
  const cell = { branchId: true, column: true, memberId: true, fullName: true, stayId: true } as const;
  const closing = await tx.rollClosing.findFirst({
    where: { committeeId, firstOn: toDbDate(period.from), lastOn: toDbDate(period.to) },
    relationLoadStrategy: "join",
    select: {
      closedAt: true,
      closedByName: true,
      entries: { orderBy: { position: "asc" }, select: cell },
      corrections: {
        orderBy: [{ at: "asc" }, { id: "asc" }, { position: "asc" }],
        select: {
          ...cell,
          id: true,
          at: true,
          actorName: true,
          event: true,
          reason: true,
          change: true,
          fullName: true,
        },
      },
    },
  });
  if (!closing) return null;
  const { closedAt, closedByName } = closing;
  return {
    closedAt,
    closedByName,
    entries: closing.entries.flatMap(known),
    corrections: closing.corrections.flatMap(known),
  };
}

/* The database holds no other columns; only it does not say so in types. */
function known<T extends { column: string }>(row: T): (T & { column: RollColumn })[] {
  const column = rollColumns.find((one) => one === row.column);
  return column ? [{ ...row, column }] : [];
}
