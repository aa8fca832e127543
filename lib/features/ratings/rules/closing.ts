import { type Day, typedForm } from "@/lib/core/day";
import type { NotRatedReason } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** What of a round is open: how many of a branch, its own rating with them, or the committee's own, `branch` null. */
export type OpenPart = { readonly branchId: string | null; readonly branch: string | null; readonly count: number };

/** A line of a round as closing looks at it. */
export type ClosedLine = {
  readonly branchId: string;
  readonly branch: string;
  readonly step: string;
  readonly waits: boolean;
  readonly ruledOut: NotRatedReason | null;
};

/** What is not decided, or waits beside a decision, branch by branch; the committee's own rating last, null while none is entered. Of who is not rated by quarters nothing is open. */
export function openParts(
  lines: readonly ClosedLine[],
  committee: { readonly step: string; readonly waits: boolean } | "NOT_ASKED" | null,
): OpenPart[] {
  const isOpen = ({ step, waits }: { readonly step: string; readonly waits: boolean }) => step !== "DECIDED" || waits;
  const byBranch = new Map<string, OpenPart>();
  const asked = lines.filter((line) => line.ruledOut !== "NOT_OF_QUARTER");
  for (const { branchId, branch } of asked.filter(isOpen)) {
    const { count } = byBranch.get(branchId) ?? { count: 0 };
    byBranch.set(branchId, { branchId, branch, count: count + 1 });
  }
  const own = committee !== "NOT_ASKED" && (committee === null || isOpen(committee));
  return [...byBranch.values(), ...(own ? [{ branchId: null, branch: null, count: 1 }] : [])];
}

/** Why the round cannot be closed: it is closed already, or not all of it is decided; the sentence names what is open. */
export function closingObstacle(closedOn: Day | null, open: readonly OpenPart[]): Obstacle | null {
  if (closedOn !== null) return { reason: "ratings.errors.roundClosed", params: { closedOn: typedForm(closedOn) } };
  if (open.length === 0) return null;
  const branches = open.flatMap(({ branch, count }) => (branch === null ? [] : [`${branch} (${count})`]));
  const committee = open.some(({ branch }) => branch === null) ? "open" : "decided";
  const params = { committee, branches: branches.length, list: branches.join("; ") };
  return { reason: "ratingDeadlines.errors.stillOpen", params };
}
