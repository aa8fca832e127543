import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { NotRatedReason, RatingLevel, RatingSubject } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import {
  canConfirmDecision,
  canProposeRating,
  canRecordDecision,
  canTakeRoundPapers,
  visibleRatings,
} from "@/lib/features/ratings/policy";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import { listRatingRecords, type RatingRecord } from "@/lib/features/ratings/queries/rating-records";
import { listBranchLines, listMemberLines } from "@/lib/features/ratings/queries/round-rows";
import { committeeNotRatedReason, confirmObstacle, type RatingFacts } from "@/lib/features/ratings/rules";
import { type Run, runOf } from "@/lib/features/ratings/rules/runs";
import { partsOfPeriod, periodOf, type RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** What a page asks for: a rating by its id, or a subject that may have none yet. */
export type SubjectRef =
  | { readonly ratingId: string }
  | { readonly memberId: string }
  | { readonly branchId: string }
  | "COMMITTEE";

/** One subject of a round: its records, newest first, the one in force or under way, and the correction that waits. */
export type RatedSubjectView = {
  readonly round: RoundHead;
  readonly subject: RatingSubject;
  readonly memberId: string | null;
  readonly branchId: string | null;
  readonly name: string | null;
  readonly branch: string | null;
  readonly ruledOut: NotRatedReason | null;
  readonly isSelf: boolean;
  readonly records: readonly RatingRecord[];
  readonly current: RatingRecord | null;
  readonly waiting: RatingRecord | null;
  readonly history: readonly { readonly period: RatingPeriod; readonly level: RatingLevel | null }[];
  /** What the decided results of this year and those before have come to; null where they ask for nothing. */
  readonly run: Run | null;
  readonly can: {
    readonly propose: boolean;
    readonly record: boolean;
    readonly correct: boolean;
    /** Whether the notice of the result may be taken away. */
    readonly notify: boolean;
    readonly confirm: RatingRecord | null;
    /** Message key that says why somebody else has to confirm; null where nothing waits or nothing stands in the way. */
    readonly confirmObstacle: string | null;
  };
};

type Place = Pick<RatedSubjectView, "subject" | "memberId" | "branchId" | "name" | "branch" | "ruledOut">;

/** One subject of a round, as far as the reader may see it. Refuses with NOT_FOUND. */
export function getRatedSubject(actor: Actor, period: RatingPeriod, ref: SubjectRef): Promise<RatedSubjectView> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const place = await placeOf(tx, actor, round, ref);
    const found = await listRatingRecords(tx, actor, round.id, place);
    const records = found.map((one) => shownRecord(one, visibleRatings(actor).all));
    const current = records.find((one) => one.supersededById === null && !isWaiting(one)) ?? null;
    const waiting = records.find(isWaiting) ?? null;
    const history = await listRatingHistory(tx, actor, place, round.id);
    const isSelf = place.memberId !== null && place.memberId === actor.memberId;
    const mayWrite = !isSelf && round.closedOn === null;
    const step = current?.state ?? null;
    const mayRecord = mayWrite && canRecordDecision(actor);
    const toConfirm = waiting ?? (step === "RECORDED" ? current : null);
    const obstacle =
      toConfirm &&
      confirmObstacle(factsOf(toConfirm, place, round), { accountId: actor.accountId ?? "", memberId: actor.memberId });
    const mayConfirm = canConfirmDecision(actor) && toConfirm !== null;
    const isRateable = place.subject !== "COMMITTEE";
    const hasProposal = current !== null && (current.proposedLevel !== null || current.notRatedReason !== null);
    return {
      round,
      ...place,
      isSelf,
      records,
      current,
      waiting,
      history,
      run: isRateable && round.quarter === null ? runWith(history, current, round) : null,
      can: {
        propose:
          mayWrite &&
          isRateable &&
          place.branchId !== null &&
          canProposeRating(actor, place.branchId) &&
          (step === null || step === "PROPOSED"),
        record: mayRecord && step !== "DECIDED" && (hasProposal || (!isRateable && place.ruledOut === null)),
        correct: !isSelf && canRecordDecision(actor) && step === "DECIDED" && waiting === null,
        notify: canTakeRoundPapers(actor) && step === "DECIDED" && place.memberId !== null,
        confirm: mayConfirm && obstacle === null ? toConfirm : null,
        confirmObstacle: mayConfirm && obstacle ? obstacle.reason : null,
      },
    };
  });
}

async function placeOf(tx: Tx, actor: Actor, round: RoundHead, ref: SubjectRef): Promise<Place> {
  const named = ref !== "COMMITTEE" && "ratingId" in ref ? await subjectOf(tx, actor, round.id, ref.ratingId) : ref;
  if (named === "COMMITTEE") {
    const ruledOut = committeeNotRatedReason(round);
    return { subject: "COMMITTEE", memberId: null, branchId: null, name: null, branch: null, ruledOut };
  }
  if ("memberId" in named) {
    const line = (await listMemberLines(tx, actor, round)).find((one) => one.memberId === named.memberId);
    if (!line) throw notFound();
    const { memberId, branchId, name, branch, ruledOut } = line;
    return { subject: "MEMBER", memberId, branchId, name, branch, ruledOut };
  }
  const line = (await listBranchLines(tx, actor, round)).find((one) => one.branchId === named.branchId);
  if (!line) throw notFound();
  const { branchId, branch, ruledOut } = line;
  return { subject: "BRANCH", memberId: null, branchId, name: branch, branch, ruledOut };
}

async function subjectOf(
  tx: Tx,
  actor: Actor,
  roundId: string,
  ratingId: string,
): Promise<Exclude<SubjectRef, { ratingId: string }>> {
  const row = await tx.rating.findFirst({
    where: { committeeId: actor.committeeId, roundId, id: ratingId },
    select: { memberId: true, branchId: true },
  });
  if (!row) throw notFound();
  if (row.memberId !== null) return { memberId: row.memberId };
  return row.branchId === null ? "COMMITTEE" : { branchId: row.branchId };
}

function isWaiting(one: RatingRecord): boolean {
  return one.supersedesId !== null && one.state !== "DECIDED";
}

/** What is recorded and not confirmed is known only to who reads the whole register. */
function shownRecord(one: RatingRecord, isRegisterReader: boolean): RatingRecord {
  if (one.state !== "RECORDED" || isRegisterReader) return one;
  return { ...one, state: "PROPOSED", level: null, decision: null };
}

function factsOf(one: RatingRecord, { subject, memberId, ruledOut }: Place, round: RoundHead): RatingFacts {
  return {
    subject,
    subjectMemberId: memberId,
    ruledOut,
    state: one.state,
    proposed: null,
    proposedById: one.proposedById,
    recordedById: one.recordedById,
    votedOn: one.votedOn,
    supersededById: one.supersededById,
    isCorrection: one.supersedesId !== null,
    roundClosedOn: round.closedOn,
  };
}

function runWith(history: RatedSubjectView["history"], current: RatingRecord | null, { year, parameters }: RoundHead) {
  const decided = current?.state === "DECIDED" ? [{ year, level: current.level }] : [];
  const years = history.flatMap(({ period, level }) => {
    const { year: of, quarter } = partsOfPeriod(period);
    return quarter === null ? [{ year: of, level }] : [];
  });
  return runOf([...years, ...decided], year, parameters);
}

/** The subject's decided results of other years and quarters, newest first. Runs in the caller's transaction. */
export async function listRatingHistory(
  tx: Tx,
  actor: Actor,
  of: { readonly subject: RatingSubject; readonly memberId: string | null; readonly branchId: string | null },
  exceptRoundId: string,
) {
  const { subject, memberId, branchId } = of;
  const about = subject === "MEMBER" ? { memberId } : subject === "BRANCH" ? { branchId } : {};
  const rows = await tx.rating.findMany({
    where: {
      committeeId: actor.committeeId,
      subject,
      ...about,
      state: "DECIDED",
      supersededById: null,
      roundId: { not: exceptRoundId },
    },
    orderBy: { round: { reckoningOn: "desc" } },
    relationLoadStrategy: "join",
    select: { level: true, round: { select: { year: true, quarter: true, reckoningOn: true } } },
  });
  return rows.map((row) => ({
    period: periodOf(row.round),
    level: row.level,
    reckoningOn: fromDbDate(row.round.reckoningOn),
  }));
}
