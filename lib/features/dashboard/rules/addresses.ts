import type { Day } from "@/lib/core/day";

/** What a list of ratings may be narrowed to. */
export type RatingFilter = "GOOD_OR_BETTER" | "EXCELLENT" | "GOOD" | "COMPLETED" | "FAILED" | "NOT_RATED";

/** What a list of members may be narrowed to. */
export type MemberFilter =
  | { readonly status: "OFFICIAL" | "PROBATIONARY" | "EXEMPT" | "SUSPENDED" | "INTERRUPTED" }
  | { readonly sex: "FEMALE" }
  | { readonly ethnicity: "MINORITY" }
  | { readonly branch: string };

/** The headcount of a day, or the part of it that the filter leaves. */
export function membersAddress(on: Day, filter: MemberFilter | Record<string, never> = {}): string {
  return `/members?${new URLSearchParams({ on, ...filter })}`;
}

/** The branches in force on a day. */
export function branchesAddress(on: Day): string {
  return `/branches?on=${on}`;
}

/** The villages headed on that day by the secretary of their branch. */
export function concurrentHeadsAddress(on: Day): string {
  return `/branches?on=${on}&heads=concurrent`;
}

/** Who is in charge of which branch on a day. */
export function assignmentsAddress(on: Day): string {
  return `/assignments?on=${on}`;
}

/** The decided ratings of members in a year. */
export function memberRatingsAddress(year: number, level: RatingFilter): string {
  return `/ratings/${year}?level=${level}`;
}

/** The decided ratings of one branch's members in a year. */
export function branchMembersRatingsAddress(year: number, branch: string, level: RatingFilter): string {
  return `/ratings/${year}?branch=${branch}&level=${level}`;
}

/** The decided ratings of branches in a year. */
export function branchRatingsAddress(year: number, level: RatingFilter): string {
  return `/ratings/${year}?tab=branches&level=${level}`;
}

/** The committee's own rating of a year. */
export function committeeRatingAddress(year: number): string {
  return `/ratings/${year}?tab=committee`;
}

/** The concluded inspections and supervisions of a year, or their subjects. */
export function inspectionsAddress(year: number, part: "events" | "branches" | "members" | "discipline"): string {
  if (part === "events") return `/inspections?year=${year}`;
  return `/inspections?year=${year}&${part === "discipline" ? "discipline=follows" : `subjects=${part}`}`;
}

/** The dashboard of a year. */
export function dashboardAddress(year: number): string {
  return `/dashboard?year=${year}`;
}
