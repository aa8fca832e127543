import "server-only";
import type { Tx } from "@/lib/core/db/context";

/**
 * How many files of the whole register the actor has taken or ordered today, by the commune's day. The next one waits until
 * this transaction is over, so that many at once are counted one after the other.
 */
export async function countWholeFilesToday(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT app.whole_files_today() AS count`;
  return row?.count ?? 0;
}
