import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { ArchiveState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import type { Obstacle } from "@/lib/core/obstacle";
import { readAs } from "@/lib/core/query";
import {
  canCancelArchive,
  canConfirmArchive,
  canProposeArchive,
  canReadArchives,
  canUndoArchive,
} from "@/lib/features/member-archives/policy";
import { getCandidate } from "@/lib/features/member-archives/queries/load-candidate";
import { undoObstacle } from "@/lib/features/member-archives/rules";

/** A record that may be proposed, with the branch of its last stay and everything that keeps it where it is. */
export type CandidateView = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly branch: string | null;
  readonly stays: number;
  readonly statuses: number;
  readonly obstacles: readonly Obstacle[];
};

/** A proposal or what came of it; `candidate` is there while it is open. */
export type ArchiveView = {
  readonly id: string;
  readonly state: ArchiveState;
  readonly version: number;
  readonly memberId: string;
  readonly memberName: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly undoEndsAt: Date | null;
  readonly isChangedSince: boolean;
  readonly candidate: CandidateView | null;
  readonly can: { readonly confirm: boolean; readonly cancel: boolean; readonly undo: boolean };
};

/** An entry of the archive in the running transaction. Refuses with NOT_FOUND what is not there or not the actor's to see. */
export async function getArchiveRow(tx: Tx, actor: Actor, id: string) {
  if (!canReadArchives(actor)) throw notFound();
  const archive = await tx.memberArchive.findFirst({ where: { committeeId: actor.committeeId, id } });
  if (!archive) throw notFound();
  return archive;
}

/** A record for who may propose it. Refuses with NOT_FOUND everybody else, and a record that is not there. */
export function getCandidateView(actor: Actor, memberId: string): Promise<CandidateView> {
  return readAs(actor, (tx) => {
    if (!canProposeArchive(actor)) throw notFound();
    return getViewOf(tx, actor, memberId);
  });
}

/** One entry for its page. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getArchive(actor: Actor, id: string): Promise<ArchiveView> {
  return readAs(actor, async (tx) => {
    const archive = await getArchiveRow(tx, actor, id);
    const { state, version, memberId, memberName, reason, proposedBy, proposedAt, confirmedBy, undoEndsAt } = archive;
    const isOpen = state === "PROPOSED";
    const candidate = isOpen ? await getViewOf(tx, actor, memberId) : null;
    return {
      ...{ id, state, version, memberId, memberName, reason, proposedBy, proposedAt, confirmedBy, undoEndsAt },
      isChangedSince: candidate !== null && candidate.version !== archive.memberVersion,
      candidate,
      can: {
        confirm: isOpen && canConfirmArchive(actor, archive),
        cancel: isOpen && canCancelArchive(actor, archive),
        undo: canUndoArchive(actor) && undoObstacle(archive, new Date()) === null,
      },
    };
  });
}

async function getViewOf(tx: Tx, actor: Actor, memberId: string): Promise<CandidateView> {
  const { id, name, version, branchName, leaving, obstacles } = await getCandidate(tx, actor, memberId);
  const countOf = (record: string) => leaving.filter((row) => row.record === record).length;
  return {
    ...{ id, name, version, obstacles },
    branch: branchName,
    stays: countOf("Membership"),
    statuses: countOf("MemberStatus"),
  };
}
