import "server-only";
import { type Day, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

type Reckoned = { readonly quarter: number | null; readonly reckoningOn: Day; readonly parameters: RatingParameters };

/**
 * The members who hold a post in the committee or in a branch on the reckoning day, as far as the reader reads them, for a round that
 * rates nobody else; null where everybody is rated: in a whole year, or under rules that have quarters for all.
 */
export async function findLeading(
  tx: Tx,
  { quarter, reckoningOn, parameters }: Reckoned,
): Promise<ReadonlySet<string> | null> {
  if (quarter === null || parameters.quarterlyFor.value === "EVERYONE") return null;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM app.leading_members(${toDbDate(reckoningOn)}::date) AS id`;
  return new Set(rows.map(({ id }) => id));
}
