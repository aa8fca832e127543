import "server-only";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { RollStay } from "@/lib/features/reports/rules";

type StayRow = Omit<RollStay, "startsOn" | "endsOn"> & { startsOn: Date; endsOn: Date | null };

/** The stays in branches that touch a period, by given name, of the branches whose past the reader may know. */
export async function listStays(tx: Tx, { from, to }: { from: Day; to: Day }): Promise<RollStay[]> {
  const rows = await tx.$queryRaw<StayRow[]>`
    SELECT id, "memberId", "fullName", "branchId", "startsOn", "endsOn", "endReason", began
    FROM app.roll_stays(${from}::date, ${to}::date)`;
  return rows.map(({ startsOn, endsOn, ...row }) => ({
    ...row,
    startsOn: fromDbDate(startsOn),
    endsOn: fromDbDate(endsOn),
  }));
}
