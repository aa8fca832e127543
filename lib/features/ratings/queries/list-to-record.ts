import "server-only";
import type { Actor } from "@/lib/core/actor";
import { readAs } from "@/lib/core/query";
import { canRecordDecision } from "@/lib/features/ratings/policy";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import { listBranchLines, listMemberLines, type RatingCells } from "@/lib/features/ratings/queries/round-rows";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** A proposed or recorded rating that the committee's decision can be entered for. */
export type LineToRecord = RatingCells & { readonly key: string; readonly label: string; readonly branchId: string };

/** What can be recorded in a round, of one branch or of all, and how much waits in each branch. */
export type ToRecord = {
  readonly round: RoundHead;
  readonly lines: readonly LineToRecord[];
  readonly branches: readonly { readonly id: string; readonly name: string; readonly count: number }[];
};

/** The ratings of a year that can be recorded, less the reader's own; null for who may not record. Refuses with NOT_FOUND a year without a round. */
export function listToRecord(actor: Actor, period: RatingPeriod, branchId: string | null): Promise<ToRecord | null> {
  if (!canRecordDecision(actor)) return Promise.resolve(null);
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const branches = await listBranchLines(tx, actor, round);
    const members = await listMemberLines(tx, actor, round);
    const all = [
      ...branches.map((line) => ({ ...line, key: line.branchId, label: line.branch })),
      ...members
        .filter((line) => line.memberId !== actor.memberId)
        .map((line) => ({ ...line, key: line.memberId, label: `${line.name} – ${line.branch}` })),
    ].filter((line) => line.step === "PROPOSED" || line.step === "RECORDED");
    return {
      round,
      lines: all.filter((line) => branchId === null || line.branchId === branchId),
      branches: branches.map((branch) => ({
        id: branch.branchId,
        name: branch.branch,
        count: all.filter((line) => line.branchId === branch.branchId && line.step === "PROPOSED").length,
      })),
    };
  });
}
