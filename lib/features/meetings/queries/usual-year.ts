import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { usualYear } from "@/lib/features/meetings/rules";

/** The year of meetings that opens unasked, by the last month that the reader sees a meeting of a branch of. */
export async function findUsualYear(tx: Tx, { committeeId, today }: Actor): Promise<number> {
  const last = await tx.meeting.findFirst({
    where: { committeeId, branchId: { not: null }, monthOn: { lte: toDbDate(today) } },
    orderBy: { monthOn: "desc" },
    select: { monthOn: true },
  });
  return usualYear(last && fromDbDate(last.monthOn), today);
}
