import "server-only";
import type { Tx } from "@/lib/core/db/context";
import type { ReviewedPlace } from "@/lib/features/self-reviews/policy";

/** Whether the vote on that subject has been entered, or the round is closed: who may not read the vote is told no more than that. */
export async function findIsPast(tx: Tx, roundId: string, { memberId, branchId }: ReviewedPlace): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ past: boolean }[]>`
    SELECT app.is_past_self_review(${roundId}::uuid, ${memberId}::uuid, ${branchId}::uuid) AS past`;
  return row?.past ?? false;
}
