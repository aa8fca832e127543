import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MemberStatusKind, NotRatedReason, RatingLevel, RatingState } from "@/lib/core/db/generated/enums";
import { canReadProposals, visibleRatings } from "@/lib/features/ratings/policy";
import { branchNotRatedReason, notRatedReason, type RoundRules } from "@/lib/features/ratings/rules";
import { type Standing, standingOf } from "@/lib/features/ratings/rules/round-steps";

/** Where a rating of a round stands; NONE until something has been entered. */
export type Step = RatingState | "NONE";

/** What a list tells of one rating. `waits` is true while a correction waits beside the decision. */
export type RatingCells = {
  readonly ratingId: string | null;
  readonly version: number | null;
  readonly step: Step;
  /** What the subject's own review claims, once handed in and where the reader may read it. */
  readonly claimedLevel: RatingLevel | null;
  readonly proposedLevel: RatingLevel | null;
  readonly level: RatingLevel | null;
  readonly notRatedReason: NotRatedReason | null;
  readonly proposedById: string | null;
  readonly recordedById: string | null;
  readonly waits: boolean;
};

/** A member of the round, in the branch of the reckoning day. `ruledOut` is null where the rules rate the member or the record is closed to the reader. */
export type MemberLine = RatingCells & {
  readonly memberId: string;
  readonly name: string;
  readonly searchText: string;
  readonly branchId: string;
  readonly branch: string;
  readonly ruledOut: NotRatedReason | null;
  readonly standing: Standing | null;
};

/** A branch of the round. */
export type BranchLine = RatingCells & {
  readonly branchId: string;
  readonly branch: string;
  readonly ruledOut: NotRatedReason | null;
  readonly standing: Standing | null;
};

/** Which lines of a round are asked for: all, or those for which nothing has been entered. */
export type LinesAsked = "ALL" | "UNENTERED";

type Stored = Omit<RatingCells, "step"> & { state: RatingState | null };

/** Until a decision is confirmed it is known only to who reads the whole register; others see the proposal. */
function cellsOf({ state, ...stored }: Stored, isRegisterReader: boolean): RatingCells {
  const isSecret = state === "RECORDED" && !isRegisterReader;
  const step = isSecret ? "PROPOSED" : (state ?? "NONE");
  return { ...stored, step, level: isSecret ? null : stored.level };
}

type MemberRow = Stored & {
  memberId: string;
  name: string;
  searchText: string;
  branchId: string;
  branch: string;
  admittedOn: Date | null;
  status: MemberStatusKind | null;
};

/**
 * The members of the reader's scope on the reckoning day, with the rating in force or under way, by branch and given name; in a
 * quarter of leaders alone, those.
 */
export async function listMemberLines(
  tx: Tx,
  actor: Actor,
  round: RoundRules & { readonly id: string },
  asked: LinesAsked = "ALL",
): Promise<MemberLine[]> {
  const scope = visibleRatings(actor);
  const rows = await tx.$queryRaw<MemberRow[]>`
    SELECT m.id AS "memberId", m."fullName" AS name, m."searchText", h."branchId", b.name AS branch, p."admittedOn",
      s.kind AS status, v."proposedLevel" AS "claimedLevel", r.id AS "ratingId", r.version, r.state, r."proposedLevel", r.level, r."notRatedReason",
      r."proposedById", r."recordedById", w.id IS NOT NULL AS waits
    FROM "Membership" h
    JOIN "Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
    JOIN "Branch" b ON b."committeeId" = h."committeeId" AND b.id = h."branchId"
    LEFT JOIN "MemberProfile" p ON p."committeeId" = h."committeeId" AND p."memberId" = h."memberId"
    LEFT JOIN "MemberStatus" s ON s."committeeId" = h."committeeId" AND s."memberId" = h."memberId"
      AND s."startsOn" <= ${round.reckoningOn}::date AND (s."endsOn" IS NULL OR s."endsOn" > ${round.reckoningOn}::date)
    LEFT JOIN "SelfReview" v ON v."committeeId" = h."committeeId" AND v."roundId" = ${round.id}::uuid
      AND v."memberId" = h."memberId" AND v.state = 'HANDED_IN'
    LEFT JOIN "Rating" r ON r."committeeId" = h."committeeId" AND r."roundId" = ${round.id}::uuid AND r."memberId" = h."memberId"
      AND r."supersededById" IS NULL AND (r."supersedesId" IS NULL OR r.state = 'DECIDED')
    LEFT JOIN "Rating" w ON w."committeeId" = r."committeeId" AND w."roundId" = r."roundId" AND w."supersedesId" = r.id
      AND w.state <> 'DECIDED'
    WHERE h."committeeId" = ${actor.committeeId}::uuid AND h.kind = 'OFFICIAL' AND h."startsOn" <= ${round.reckoningOn}::date
      AND (h."endsOn" IS NULL OR h."endsOn" > ${round.reckoningOn}::date)
      AND (${asked === "ALL"} OR r.id IS NULL)
      AND (${scope.all} OR ${scope.ofCases} OR h."branchId" = ANY (${scope.branchIds}::uuid[]) OR h."memberId" = ${scope.memberId}::uuid)
    ORDER BY b."sortKey", b.id, m."sortKey", m.id`;
  const lines = rows.map(({ admittedOn, status, memberId, name, searchText, branchId, branch, ...stored }) => {
    const statuses = status ? [{ kind: status, startsOn: round.reckoningOn, endsOn: null }] : [];
    const facts = admittedOn && { id: memberId, admittedOn: fromDbDate(admittedOn), statuses };
    const ruledOut = facts && notRatedReason(facts, round);
    const cells = cellsOf(stored, scope.all);
    // Nobody is shown what is proposed of himself, so that nothing entered and nothing to be seen look alike.
    const isOwn = !scope.all && memberId === actor.memberId && cells.step === "NONE";
    // Nor is anything owed of somebody whose record has gone to another branch since: there nobody can propose them.
    const isFollowed = canReadProposals(actor, branchId) && !isOwn && facts !== null;
    const standing = standingOf({ step: cells.step, ruledOut }, isFollowed);
    return { memberId, name, searchText, branchId, branch, ruledOut, standing, ...cells };
  });
  return lines.filter(({ ruledOut, step }) => ruledOut !== "NOT_OF_QUARTER" || step !== "NONE");
}

/** The branches of the reader's scope in force on the reckoning day, with their own ratings. */
export async function listBranchLines(
  tx: Tx,
  actor: Actor,
  round: RoundRules & { readonly id: string },
): Promise<BranchLine[]> {
  const scope = visibleRatings(actor);
  const rows = await tx.$queryRaw<(Stored & { branchId: string; branch: string; establishedOn: Date })[]>`
    SELECT b.id AS "branchId", b.name AS branch, coalesce(b."establishedOn", b."startsOn") AS "establishedOn",
      v."proposedLevel" AS "claimedLevel", r.id AS "ratingId", r.version, r.state, r."proposedLevel", r.level, r."notRatedReason",
      r."proposedById", r."recordedById", w.id IS NOT NULL AS waits
    FROM "Branch" b
    LEFT JOIN "SelfReview" v ON v."committeeId" = b."committeeId" AND v."roundId" = ${round.id}::uuid AND v."branchId" = b.id
      AND v.subject = 'BRANCH' AND v.state = 'HANDED_IN'
    LEFT JOIN "Rating" r ON r."committeeId" = b."committeeId" AND r."roundId" = ${round.id}::uuid AND r."branchId" = b.id
      AND r.subject = 'BRANCH' AND r."supersededById" IS NULL AND (r."supersedesId" IS NULL OR r.state = 'DECIDED')
    LEFT JOIN "Rating" w ON w."committeeId" = r."committeeId" AND w."roundId" = r."roundId" AND w."supersedesId" = r.id
      AND w.state <> 'DECIDED'
    WHERE b."committeeId" = ${actor.committeeId}::uuid AND b."startsOn" <= ${round.reckoningOn}::date
      AND (b."endsOn" IS NULL OR b."endsOn" > ${round.reckoningOn}::date)
      AND (${scope.all} OR b.id = ANY (${scope.branchIds}::uuid[]))
    ORDER BY b."sortKey", b.id`;
  return rows.map(({ branchId, branch, establishedOn, ...stored }) => {
    const ruledOut = branchNotRatedReason(fromDbDate(establishedOn), round);
    const cells = cellsOf(stored, scope.all);
    const standing = standingOf({ step: cells.step, ruledOut }, canReadProposals(actor, branchId));
    return { branchId, branch, ruledOut, standing, ...cells };
  });
}

/** The committee's own rating as far as the reader may know it; null where none has been entered. */
export async function findCommitteeLine(
  tx: Tx,
  actor: Actor,
  roundId: string,
): Promise<(RatingCells & CommitteePaper) | null> {
  const scope = visibleRatings(actor);
  const [row] = await tx.$queryRaw<(Stored & Omit<CommitteePaper, "decidedOn"> & { decidedOn: Date | null })[]>`
    SELECT v."proposedLevel" AS "claimedLevel", r.id AS "ratingId", r.version, r.state, r."proposedLevel", r.level,
      r."notRatedReason", r."proposedById", r."recordedById", w.id IS NOT NULL AS waits, r."decisionNumber", r."decidedOn"
    FROM "Rating" r
    LEFT JOIN "SelfReview" v ON v."committeeId" = r."committeeId" AND v."roundId" = r."roundId" AND v.subject = 'COMMITTEE'
      AND v.state = 'HANDED_IN'
    LEFT JOIN "Rating" w ON w."committeeId" = r."committeeId" AND w."supersedesId" = r.id AND w.state <> 'DECIDED'
    WHERE r."committeeId" = ${actor.committeeId}::uuid AND r."roundId" = ${roundId}::uuid AND r.subject = 'COMMITTEE'
      AND r."supersededById" IS NULL AND (r."supersedesId" IS NULL OR r.state = 'DECIDED')`;
  if (!row || (!scope.all && row.state !== "DECIDED")) return null;
  const { decisionNumber, decidedOn, ...stored } = row;
  return { ...cellsOf(stored, scope.all), decisionNumber, decidedOn: fromDbDate(decidedOn) };
}

/** The paper of the body above. */
export type CommitteePaper = { readonly decisionNumber: string | null; readonly decidedOn: Day | null };
