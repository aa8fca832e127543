import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { authorize } from "@/lib/core/errors";
import { canListRoundPapers, canTakeBranchPapers, canTakeRoundPapers } from "@/lib/features/ratings/policy";
import type { RoundHead } from "@/lib/features/ratings/queries/find-round";
import { listPaperLines, type PaperLine } from "@/lib/features/ratings/queries/paper-lines";
import { decisionsOf } from "@/lib/features/ratings/rules/papers";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** What of a branch's papers there is to take: on how many each of them lists. */
export type BranchPapers = {
  readonly branchId: string;
  readonly branch: string;
  readonly voted: number;
  readonly proposed: number;
  readonly decided: number;
};

/** The papers of a round that the reader may take away; `whole` is null for who takes those of the own branch only. */
export type RoundPapers = {
  readonly round: RoundHead;
  readonly whole: {
    readonly members: number;
    readonly decisions: readonly { readonly number: string; readonly on: Day; readonly count: number }[];
  } | null;
  readonly branches: readonly BranchPapers[];
};

/** The papers of a year's round. Refuses with FORBIDDEN who takes none away, with NOT_FOUND a year without a round. */
export async function listRoundPapers(actor: Actor, period: RatingPeriod): Promise<RoundPapers> {
  authorize(canListRoundPapers(actor));
  const { round, lines } = await listPaperLines(actor, period);
  const byBranch = Map.groupBy(lines, ({ branchId }) => branchId);
  const branches = [...byBranch].flatMap(([branchId, own]): BranchPapers[] => {
    const [first] = own;
    if (!first || !canTakeBranchPapers(actor, branchId)) return [];
    return [{ branchId, branch: first.branch, ...countsOf(own) }];
  });
  const members = lines.filter(({ subject }) => subject === "MEMBER").length;
  return { round, whole: canTakeRoundPapers(actor) ? { members, decisions: decisionsOf(lines) } : null, branches };
}

function countsOf(lines: readonly PaperLine[]): Omit<BranchPapers, "branchId" | "branch"> {
  return {
    voted: lines.filter(({ vote }) => vote !== null).length,
    proposed: lines.filter(({ step }) => step !== "NONE").length,
    decided: lines.filter(({ step }) => step === "DECIDED").length,
  };
}
