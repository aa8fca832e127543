import "server-only";
import type { Day } from "@/lib/core/day";
import { inForceSql, type Sql, sql } from "@/lib/core/db/sql";
import type { MemberListInput } from "@/lib/features/members/schema";

/** The condition that a member aliased `m` holds that office on the day: of the committee, of a branch, or a village's head. */
export function getHeldOfficeSql(office: NonNullable<MemberListInput["office"]>, on: Day): Sql {
  const held = sql`o."committeeId" = m."committeeId" AND o."memberId" = m.id AND ${inForceSql(sql`o`, on)}`;
  if (office === "VILLAGE_HEAD")
    return sql`EXISTS (SELECT 1 FROM "CivilOffice" o WHERE ${held} AND o.kind = 'VILLAGE_HEAD')`;
  if (office !== "COMMITTEE") {
    return sql`EXISTS (SELECT 1 FROM "BranchOffice" o WHERE ${held} AND o.kind = ${office}::"BranchOfficeKind")`;
  }
  return sql`EXISTS (SELECT 1 FROM "CommitteeOffice" o WHERE ${held}
    AND o.kind IN ('SECRETARY', 'DEPUTY', 'STANDING_MEMBER', 'MEMBER'))`;
}
