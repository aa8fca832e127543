import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { actObstacle, type DossierAct, type DossierStanding } from "@/lib/features/admissions/rules/steps";
import { officialDayColumns } from "@/lib/features/organization/queries/official-day";
import { hasPassed } from "@/lib/features/votes/rules";

const voteColumns = {
  id: true,
  heldOn: true,
  yes: true,
  base: true,
  comparison: true,
  numerator: true,
  denominator: true,
} as const;

/** A dossier as commands judge and write it. */
export type StoredDossier = Awaited<ReturnType<typeof loadDossier>>;

/** The dossier within the actor's scope. Refuses with NOT_FOUND. */
export async function loadDossier({ tx, actor }: CommandContext, id: string) {
  const row = await tx.dossier.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    omit: { committeeId: true },
    include: {
      branch: { select: { name: true } },
      member: { select: { fullName: true } },
      candidate: { omit: { committeeId: true, dossierId: true } },
      papers: { select: { code: true, receivedOn: true } },
      branchVote: { select: voteColumns },
      introducers: {
        select: {
          memberId: true,
          tie: true,
          togetherSinceOn: true,
          member: { select: { fullName: true, profile: { select: officialDayColumns } } },
        },
      },
    },
  });
  if (!row) throw notFound();
  const { openedOn, decidedOn, receivedOn, effectiveOn, branchVote, papers, ...rest } = row;
  return {
    ...rest,
    name: row.candidate?.fullName ?? row.member?.fullName ?? "",
    openedOn: fromDbDate(openedOn),
    decidedOn: fromDbDate(decidedOn),
    receivedOn: fromDbDate(receivedOn),
    effectiveOn: fromDbDate(effectiveOn),
    papers: papers.map((paper) => ({ ...paper, receivedOn: fromDbDate(paper.receivedOn) })),
    branchVote: branchVote && { ...branchVote, heldOn: fromDbDate(branchVote.heldOn) },
  };
}

/** Refuses a step out of its order, and one by the person the dossier is about (RULE). */
export function requireStep(dossier: StoredDossier, act: DossierAct, actorMemberId: string | null): void {
  const { kind, state, memberId, branchVote } = dossier;
  const standing: DossierStanding = { kind, state, memberId, voteCarried: branchVote && hasPassed(branchVote) };
  requireNoObstacle(actObstacle(standing, act, actorMemberId));
}

/** Writes the next version of the dossier; an older one is a CONFLICT. */
export async function changeDossier(
  { tx, actor }: CommandContext,
  dossier: Pick<StoredDossier, "id" | "state">,
  version: number,
  data: Omit<Parameters<CommandContext["tx"]["dossier"]["updateMany"]>[0]["data"], "version">,
): Promise<void> {
  const written = await tx.dossier.updateMany({
    where: { committeeId: actor.committeeId, id: dossier.id, version, state: dossier.state },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
