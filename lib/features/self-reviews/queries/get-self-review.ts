import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { RatingLevel } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import { listBranchLines, listMemberLines } from "@/lib/features/ratings/queries/round-rows";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import { getRatingParameters } from "@/lib/features/rule-sets/queries/rule-sets";
import { canReadSelfReview, canWriteSelfReview, type ReviewedPlace } from "@/lib/features/self-reviews/policy";
import { findIsPast } from "@/lib/features/self-reviews/queries/find-is-past";
import {
  contentColumns,
  getContent,
  type SelfReviewContent,
} from "@/lib/features/self-reviews/queries/self-review-columns";
import { formsFor, isAsked, missingParts } from "@/lib/features/self-reviews/rules";

/** Whom a review is about, with the names a page shows; both null of the committee. */
export type ReviewedSubject = ReviewedPlace & { readonly name: string | null; readonly branch: string | null };

/** What a subject said of an earlier year. */
export type EarlierReview = {
  readonly id: string;
  readonly year: number;
  readonly points: number | null;
  readonly proposedLevel: RatingLevel | null;
  readonly shortcomings: string | null;
};

/** A review of a year's round with those of earlier years, the latest first. `missing` names what it lacks before it can be handed in. */
export type SelfReviewView = {
  readonly round: RoundHead;
  readonly of: ReviewedSubject;
  readonly review: SelfReviewContent;
  readonly earlier: readonly EarlierReview[];
  readonly missing: readonly string[];
  readonly can: { readonly edit: boolean; readonly handIn: boolean; readonly takeBack: boolean };
};

/** A review by its id. Refuses with NOT_FOUND what is not there, of another year, or not the reader's to see; a draft is its writers' alone. */
export function getSelfReview(actor: Actor, period: RatingPeriod, id: string): Promise<SelfReviewView> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const row = await tx.selfReview.findFirst({
      where: { committeeId: actor.committeeId, roundId: round.id, id },
      relationLoadStrategy: "join",
      select: { ...contentColumns, member: { select: { fullName: true } }, branch: { select: { name: true } } },
    });
    if (!row || !canReadSelfReview(actor, row)) throw notFound();
    const { member, branch, ...content } = row;
    const review = getContent(content, round.parameters.review);
    const { memberId, branchId, state } = review;
    const of = { memberId, branchId, name: member?.fullName ?? branch?.name ?? null, branch: branch?.name ?? null };
    const mayWrite = canWriteSelfReview(actor, of);
    const isOpen = mayWrite && !(await findIsPast(tx, round.id, of));
    const missing = missingParts(review, round.parameters.review);
    return {
      ...{ round, of, review, missing },
      earlier: await listEarlier(tx, actor, round, of),
      can: {
        edit: isOpen && state === "DRAFT",
        handIn: isOpen && state === "DRAFT" && missing.length === 0,
        takeBack: isOpen && state === "HANDED_IN",
      },
    };
  });
}

/** What the form of a review shows: the forms for such a subject, the draft where there is one, and what was said in earlier years. */
export type SelfReviewForm = Pick<SelfReviewView, "round" | "of" | "earlier"> & {
  readonly forms: readonly SelfReviewContent["form"][];
  readonly review: SelfReviewContent | null;
  /** Somebody else than the person enters it. */
  readonly isOnBehalf: boolean;
};

/**
 * The form of a subject of a year's round. Refuses with NOT_FOUND what is not there or not the reader's to see, and with FORBIDDEN who
 * does not enter it, or where nothing can be entered any more.
 */
export function getSelfReviewForm(actor: Actor, period: RatingPeriod, named: ReviewedPlace): Promise<SelfReviewForm> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const of = await getSubject(tx, actor, round, named);
    if (!canReadSelfReview(actor, of)) throw notFound();
    authorize(canWriteSelfReview(actor, of));
    const review = await findReviewOf(tx, actor, round, of);
    authorize(of.asked && review?.state !== "HANDED_IN" && !(await findIsPast(tx, round.id, of)));
    const isOnBehalf = of.memberId !== null && of.memberId !== actor.memberId;
    const forms = formsFor(of.memberId === null ? "BRANCH" : "MEMBER");
    return { round, of, forms, review, isOnBehalf, earlier: await listEarlier(tx, actor, round, of) };
  });
}

/** The review of a subject in a round, as far as the reader may see it; null where there is none. */
export function findSelfReview(actor: Actor, round: RoundHead, of: ReviewedPlace): Promise<SelfReviewContent | null> {
  if (!canReadSelfReview(actor, of)) return Promise.resolve(null);
  return readAs(actor, (tx) => findReviewOf(tx, actor, round, of));
}

async function findReviewOf(tx: Tx, actor: Actor, round: RoundHead, of: ReviewedPlace) {
  const row = await tx.selfReview.findFirst({
    where: { committeeId: actor.committeeId, roundId: round.id, ...subjectIn(of) },
    relationLoadStrategy: "join",
    select: contentColumns,
  });
  const isClosed = row?.state === "DRAFT" && !canWriteSelfReview(actor, of);
  return row && !isClosed ? getContent(row, round.parameters.review) : null;
}

function subjectIn({ memberId, branchId }: ReviewedPlace) {
  if (memberId !== null) return { subject: "MEMBER" as const, memberId };
  return branchId === null ? { subject: "COMMITTEE" as const } : { subject: "BRANCH" as const, branchId };
}

async function getSubject(tx: Tx, actor: Actor, round: RoundHead, { memberId, branchId }: ReviewedPlace) {
  if (memberId !== null) {
    const line = (await listMemberLines(tx, actor, round)).find((one) => one.memberId === memberId);
    if (!line) throw notFound();
    const { name, branch } = line;
    return { memberId, branchId: line.branchId, name, branch, asked: isAsked(line.ruledOut, round.parameters) };
  }
  if (branchId !== null) {
    const line = (await listBranchLines(tx, actor, round)).find((one) => one.branchId === branchId);
    if (!line) throw notFound();
    return { memberId, branchId, name: line.branch, branch: line.branch, asked: line.ruledOut === null };
  }
  return { memberId, branchId, name: null, branch: null, asked: true };
}

async function listEarlier(tx: Tx, actor: Actor, round: RoundHead, of: ReviewedPlace): Promise<EarlierReview[]> {
  const rows = await tx.selfReview.findMany({
    where: {
      committeeId: actor.committeeId,
      ...subjectIn(of),
      state: "HANDED_IN",
      round: { quarter: null, year: { lt: round.year } },
    },
    orderBy: { round: { year: "desc" } },
    relationLoadStrategy: "join",
    select: { ...contentColumns, round: { select: { year: true, ruleSet: { select: { parameters: true } } } } },
  });
  return rows.map(({ round: of, ...row }) => {
    const { id, points, proposedLevel, shortcomings } = getContent(
      row,
      getRatingParameters(of.ruleSet.parameters).review,
    );
    return { id, year: of.year, points, proposedLevel, shortcomings };
  });
}
