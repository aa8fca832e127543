import "server-only";
import type { Tx } from "@/lib/core/db/context";
import { periodOf } from "@/lib/features/ratings/schema/periods";
import type { Unfinished } from "@/lib/features/reorganizations/rules/settling";

/** Something under way that has to be finished before a branch is shared out, and where that is done. */
export type UnfinishedThing = Unfinished & { readonly id: string; readonly href: string };

/**
 * What only these branches as they are can finish: transfers from and to them that wait for an answer, ratings that are not
 * decided, and dossiers that are decided but have not taken effect.
 */
export async function listUnfinished(
  tx: Tx,
  committeeId: string,
  branchIds: readonly string[],
): Promise<UnfinishedThing[]> {
  const those = { in: [...branchIds] };
  const transfers = await tx.transfer.findMany({
    where: { committeeId, state: "PENDING", OR: [{ fromBranchId: those }, { toBranchId: those }] },
    orderBy: { sortKey: "asc" },
    select: { id: true, personName: true },
  });
  const ratings = await tx.rating.findMany({
    where: { committeeId, branchId: those, state: { not: "DECIDED" }, supersededById: null },
    orderBy: { round: { year: "asc" } },
    relationLoadStrategy: "join",
    select: {
      id: true,
      round: { select: { year: true, quarter: true } },
      member: { select: { fullName: true } },
      branch: { select: { name: true } },
    },
  });
  const dossiers = await tx.dossier.findMany({
    where: { committeeId, branchId: those, state: "DECIDED" },
    relationLoadStrategy: "join",
    select: { id: true, member: { select: { fullName: true } }, candidate: { select: { fullName: true } } },
  });
  return [
    ...transfers.map(({ id, personName }) => ({
      id,
      kind: "TRANSFER" as const,
      name: personName,
      href: `/transfers/${id}`,
    })),
    ...ratings.map(({ id, round, member, branch }) => ({
      id,
      kind: "RATING" as const,
      name: member?.fullName ?? branch?.name ?? "",
      href: `/ratings/${periodOf(round)}/${id}`,
    })),
    ...dossiers.map(({ id, member, candidate }) => ({
      id,
      kind: "DOSSIER" as const,
      name: member?.fullName ?? candidate?.fullName ?? "",
      href: `/admissions/${id}`,
    })),
  ];
}
