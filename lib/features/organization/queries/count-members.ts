import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { canCountEthnicity, visibleHeadcounts } from "@/lib/features/organization/policy";
import { getOfficialDaySql } from "@/lib/features/organization/queries/official-day";

/**
 * The headcount of a branch on a day. What the reader cannot know of that day, since members have left with their
 * profiles, is null.
 */
export type BranchCounts = {
  readonly total: number;
  readonly official: number | null;
  readonly probationary: number | null;
  readonly female: number;
  readonly minority: number | null;
  readonly exempt: number;
};

type CountRow = Omit<BranchCounts, "official" | "probationary" | "minority"> & {
  branchId: string;
  official: number;
  profiles: number;
  minority: number;
  known: number;
};

/** The headcounts of those of the branches whose members the reader may count on that day, by branch. */
export async function countMembersOf(
  tx: Tx,
  actor: Actor,
  branchIds: readonly string[],
  on: Day,
): Promise<Map<string, BranchCounts>> {
  const reach = visibleHeadcounts(actor, on);
  const counted = reach.all ? branchIds : branchIds.filter((id) => reach.branchIds.includes(id));
  if (counted.length === 0) return new Map();
  const rows = await tx.$queryRaw<CountRow[]>`
    SELECT ms."branchId", count(*)::int AS total,
      count(*) FILTER (WHERE ${getOfficialDaySql(on)} <= ${on}::date)::int AS official, count(p."memberId")::int AS profiles,
      count(*) FILTER (WHERE m.sex = 'FEMALE')::int AS female,
      count(*) FILTER (WHERE lower(btrim(s.ethnicity)) <> 'kinh')::int AS minority, count(s."memberId")::int AS known,
      count(*) FILTER (WHERE st.kind = 'EXEMPT')::int AS exempt
    FROM "Membership" ms
    JOIN "Member" m ON m."committeeId" = ms."committeeId" AND m.id = ms."memberId"
    LEFT JOIN "MemberProfile" p ON p."committeeId" = ms."committeeId" AND p."memberId" = ms."memberId"
    LEFT JOIN "MemberSensitive" s ON s."committeeId" = ms."committeeId" AND s."memberId" = ms."memberId"
    LEFT JOIN "MemberStatus" st ON st."committeeId" = ms."committeeId" AND st."memberId" = ms."memberId"
      AND st."startsOn" <= ${on}::date AND (st."endsOn" IS NULL OR st."endsOn" > ${on}::date)
    WHERE ms."committeeId" = ${actor.committeeId}::uuid AND ms."branchId" = ANY (${counted}::uuid[])
      AND ms.kind = 'OFFICIAL' AND ms."startsOn" <= ${on}::date AND (ms."endsOn" IS NULL OR ms."endsOn" > ${on}::date)
    GROUP BY ms."branchId"`;
  const found = new Map(rows.map((row) => [row.branchId, row]));
  return new Map(counted.map((id) => [id, countsOf(actor, id, found.get(id))]));
}

function countsOf(actor: Actor, branchId: string, row: CountRow | undefined): BranchCounts {
  const seesEthnicity = canCountEthnicity(actor, branchId);
  if (!row) return { total: 0, official: 0, probationary: 0, female: 0, minority: seesEthnicity ? 0 : null, exempt: 0 };
  const { total, official, profiles, female, minority, known, exempt } = row;
  const isOpen = profiles === total;
  return {
    total,
    official: isOpen ? official : null,
    probationary: isOpen ? total - official : null,
    female,
    minority: seesEthnicity && known === total ? minority : null,
    exempt,
  };
}
