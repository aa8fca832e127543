import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { OpinionGiver, RatingLevel, RatingState } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canGiveOpinion, canWithdrawOpinion, visibleOpinions } from "@/lib/features/rating-opinions/policy";
import { getSubjectRef } from "@/lib/features/rating-opinions/queries/get-subject-ref";
import { decidedObstacle } from "@/lib/features/rating-opinions/rules";
import { opinionFormAddress, subjectAddress } from "@/lib/features/rating-opinions/schema";
import { getRatedSubject, type RatedSubjectView } from "@/lib/features/ratings/queries/get-rated-subject";
import { partsOfPeriod, type RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** An opinion with who gave it and whose hand entered it. */
export type OpinionView = {
  readonly id: string;
  readonly giver: OpinionGiver;
  readonly giverName: string;
  readonly givenOn: Day;
  readonly text: string;
  readonly level: RatingLevel | null;
  readonly recordedBy: string;
  readonly withdrawn: { readonly on: Day; readonly by: string; readonly reason: string } | null;
  readonly version: number;
  readonly can: { readonly withdraw: boolean };
};

/** The opinions on a subject, in the order of the days on which they were given. */
export type OpinionList = {
  readonly opinions: readonly OpinionView[];
  /** The form for one more. */
  readonly giveHref: string;
  readonly can: { readonly give: boolean };
};

const columns = {
  ...{ id: true, giver: true, giverName: true, givenOn: true, text: true, level: true, recordedBy: true },
  ...{ recordedById: true, memberId: true, branchId: true, version: true },
  ...{ withdrawnOn: true, withdrawnBy: true, withdrawnReason: true },
} as const;

/** The opinions on one subject of a round that the reader sees. */
export function listOpinions(
  actor: Actor,
  of: Pick<RatedSubjectView, "round" | "subject" | "memberId" | "branchId"> & { readonly step: RatingState | null },
): Promise<OpinionList> {
  const { round, subject, memberId, branchId, step } = of;
  const isOpen = decidedObstacle(step, round.closedOn) === null;
  const about = subject === "MEMBER" ? { subject, memberId } : { subject, branchId };
  return readAs(actor, async (tx) => {
    const rows = await tx.ratingOpinion.findMany({
      where: { AND: [{ committeeId: actor.committeeId, roundId: round.id, ...about }, reach(actor)] },
      orderBy: [{ givenOn: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
      select: columns,
    });
    return {
      opinions: rows.map(({ withdrawnOn, withdrawnBy, withdrawnReason, givenOn, recordedById, ...row }) => ({
        ...row,
        givenOn: fromDbDate(givenOn),
        withdrawn: withdrawnOn && { on: fromDbDate(withdrawnOn), by: withdrawnBy ?? "", reason: withdrawnReason ?? "" },
        can: { withdraw: isOpen && withdrawnOn === null && canWithdrawOpinion(actor, { ...row, recordedById }) },
      })),
      giveHref: opinionFormAddress(round.period, of),
      can: { give: isOpen && canGiveOpinion(actor, of) },
    };
  });
}

/** What the form that withdraws an opinion shows. */
export type OpinionToWithdraw = Pick<OpinionView, "id" | "giver" | "giverName" | "givenOn" | "text" | "version"> & {
  readonly period: RatingPeriod;
  readonly subjectHref: string;
};

/**
 * One opinion of a round, to be withdrawn. Refuses with NOT_FOUND what is not there or not the reader's to see, with FORBIDDEN who
 * may not withdraw it, or comes too late.
 */
export async function getOpinionToWithdraw(actor: Actor, period: RatingPeriod, id: string): Promise<OpinionToWithdraw> {
  const row = await readAs(actor, (tx) =>
    tx.ratingOpinion.findFirst({
      where: { AND: [{ committeeId: actor.committeeId, id, round: partsOfPeriod(period) }, reach(actor)] },
      select: columns,
    }),
  );
  if (!row) throw notFound();
  const { giver, giverName, givenOn, text, version, memberId, branchId } = row;
  const { round, current } = await getRatedSubject(actor, period, getSubjectRef(row));
  const isOpen = row.withdrawnOn === null && decidedObstacle(current?.state ?? null, round.closedOn) === null;
  authorize(isOpen && canWithdrawOpinion(actor, row));
  const subjectHref = subjectAddress(period, { ratingId: current?.id ?? null, memberId, branchId });
  return { ...{ id, giver, giverName, text, version, period, subjectHref }, givenOn: fromDbDate(givenOn) };
}

function reach(actor: Actor) {
  const { all, ownBranchIds, assignedBranchIds } = visibleOpinions(actor);
  if (all) return {};
  const notAboutMe = [{ memberId: null }, { memberId: { not: actor.memberId ?? actor.committeeId } }];
  return {
    OR: [
      { branchId: { in: [...ownBranchIds] }, OR: notAboutMe },
      { branchId: { in: [...assignedBranchIds] }, recordedById: actor.accountId ?? actor.committeeId },
    ],
  };
}
