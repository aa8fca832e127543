import "server-only";
import { type Day, fromDbDate } from "@/lib/core/day";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { OfficialDays } from "@/lib/features/organization/rules";

/** The columns of a profile from which the official day of any day is known. */
export const officialDayColumns = { officialOn: true, secondCeremonyOn: true, secondOfficialOn: true } as const;

/** Those columns as days; all null where the profile is not open to the reader. */
export function getOfficialDays(
  profile: { officialOn: Date | null; secondCeremonyOn: Date | null; secondOfficialOn: Date | null } | null,
): OfficialDays {
  return {
    officialOn: fromDbDate(profile?.officialOn ?? null),
    secondCeremonyOn: fromDbDate(profile?.secondCeremonyOn ?? null),
    secondOfficialOn: fromDbDate(profile?.secondOfficialOn ?? null),
  };
}

/** `officialDayOn` as a piece of SQL over a profile aliased `p`. */
export function getOfficialDaySql(on: Day): Sql {
  return sql`CASE WHEN p."secondCeremonyOn" <= ${on}::date THEN p."secondOfficialOn" ELSE p."officialOn" END`;
}
