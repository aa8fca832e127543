import { isOfBranch } from "@/lib/features/month-work/rules/lines";
import type { WorkLine } from "@/lib/features/month-work/rules/work-line";
import type { WorkKind } from "@/lib/features/month-work/schema";

/** What somebody of a branch, or in charge of branches, comes for; each is an entry as large as a thumb. */
export type HomePlace = "meetings" | "work" | "branch" | "difficulties" | "visits" | "inCharge";

/** An entry: where it leads, how much is open behind it and how much of that is late, and what of it comes first. */
export type HomeEntry = {
  readonly place: HomePlace;
  readonly href: string;
  readonly open: number;
  readonly late: number;
  readonly first: WorkLine | null;
};

/** The branches in which somebody holds an office, and those that somebody is in charge of, by id. */
export type HomeBranches = { readonly own: readonly string[]; readonly inCharge: readonly string[] };

const MEETING_KINDS: readonly WorkKind[] = [
  "MEETING_MISSING",
  "MEETING_DUE",
  "MEETING_TO_OPEN",
  "INVITATION_TO_SEND",
  "MINUTES_TO_SEND",
  "MINUTES_TO_SIGN",
];
const DIFFICULTY_KINDS: readonly WorkKind[] = ["DIFFICULTY_OVERDUE", "DIFFICULTY_TO_ACCEPT"];

/** The lines with what is late before what comes, and each of these by its day; what has no day comes last. */
export function pressingFirst(lines: readonly WorkLine[]): WorkLine[] {
  const rank = ({ isLate, on }: WorkLine) => `${isLate ? 0 : 1}${on ?? "9999"}`;
  return lines.toSorted((one, other) => (rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other))));
}

/**
 * The entries of somebody's first page: four for the own branch, and for who is only in charge of branches four about these.
 * Who is both has the own four, and two more about those in charge. An entry with something open leads to the first of it.
 */
export function homeEntries(
  lines: readonly WorkLine[],
  { own, inCharge }: HomeBranches,
): { own: HomeEntry[]; inCharge: HomeEntry[] } {
  const entry = (place: HomePlace, href: string, of: readonly WorkLine[]): HomeEntry => ({
    ...{ place, href, open: of.length, late: of.filter(({ isLate }) => isLate).length },
    first: pressingFirst(of)[0] ?? null,
  });
  const leading = (found: HomeEntry): HomeEntry => ({ ...found, href: found.first?.href ?? found.href });
  const ofKinds = (kinds: readonly WorkKind[]) => lines.filter(({ kind }) => kinds.includes(kind));
  const branchPage = (branches: readonly string[]) =>
    branches.length === 1 ? `/branches/${branches[0]}` : "/branches";

  const work = entry("work", "/month-work", lines);
  const difficulties = entry("difficulties", "/difficulties", ofKinds(DIFFICULTY_KINDS));
  const meetings = ofKinds(MEETING_KINDS).filter(({ branchId }) => own.some((id) => id === branchId));
  const visits = leading(entry("visits", "/visits", ofKinds(["VISIT_TO_REPORT"])));
  const those = lines.filter((line) => isOfBranch(line) && inCharge.some((id) => id === line.branchId));
  const branches = entry("inCharge", branchPage(inCharge), those);
  if (own.length === 0) return { own: [], inCharge: [visits, work, branches, difficulties] };
  return {
    own: [leading(entry("meetings", "/meetings", meetings)), work, entry("branch", branchPage(own), []), difficulties],
    inCharge: inCharge.length === 0 ? [] : [visits, branches],
  };
}
