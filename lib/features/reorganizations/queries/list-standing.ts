import "server-only";
import type { Tx } from "@/lib/core/db/context";
import { withPeriod } from "@/lib/core/period";
import type { StandingBranch } from "@/lib/features/reorganizations/rules/plan";

/** Every branch of the register as it stands, by name. */
export async function listStanding(tx: Tx, committeeId: string): Promise<StandingBranch[]> {
  const rows = await tx.branch.findMany({
    where: { committeeId },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, name: true, kind: true, startsOn: true, endsOn: true },
  });
  return rows.map(withPeriod);
}
