import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { NotRatedReason, RatingLevel, RatingSubject } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canConfirmDecision, canRecordDecision } from "@/lib/features/ratings/policy";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import { confirmObstacle } from "@/lib/features/ratings/rules";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** A recorded decision that a second person has to confirm; `before` is what it corrects. */
export type LineToConfirm = {
  readonly ratingId: string;
  readonly version: number;
  readonly subject: RatingSubject;
  readonly name: string | null;
  readonly branchId: string | null;
  readonly branch: string | null;
  readonly proposedLevel: RatingLevel | null;
  readonly level: RatingLevel | null;
  readonly notRatedReason: NotRatedReason | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: Day | null;
  readonly before: RatingLevel | null;
  readonly isCorrection: boolean;
  /** Message key that says why this person cannot confirm the line; null where nothing stands in the way. */
  readonly obstacle: string | null;
};

/** What waits for confirmation in a round, and whether the reader may confirm at all. */
export type ToConfirm = {
  readonly round: RoundHead;
  readonly lines: readonly LineToConfirm[];
  readonly mayConfirm: boolean;
};

type Row = Omit<LineToConfirm, "obstacle" | "isCorrection" | "decidedOn"> & {
  memberId: string | null;
  decidedOn: Date | null;
  supersedesId: string | null;
  proposedById: string | null;
  recordedById: string | null;
};

/** The recorded decisions of a year, of one branch or of all, by branch and given name. Refuses with NOT_FOUND who neither records nor confirms. */
export function listToConfirm(actor: Actor, period: RatingPeriod, branchId: string | null): Promise<ToConfirm> {
  if (!canRecordDecision(actor) && !canConfirmDecision(actor)) return Promise.reject(notFound());
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT r.id AS "ratingId", r.version, r.subject, r."memberId", coalesce(m."fullName", b.name) AS name, r."branchId",
        b.name AS branch, r."proposedLevel", r.level, r."notRatedReason", r."decisionNumber", r."decidedOn", o.level AS before,
        r."supersedesId", r."proposedById", r."recordedById"
      FROM "Rating" r
      LEFT JOIN "Member" m ON m."committeeId" = r."committeeId" AND m.id = r."memberId"
      LEFT JOIN "Branch" b ON b."committeeId" = r."committeeId" AND b.id = r."branchId"
      LEFT JOIN "Rating" o ON o."committeeId" = r."committeeId" AND o.id = r."supersedesId"
      WHERE r."committeeId" = ${actor.committeeId}::uuid AND r."roundId" = ${round.id}::uuid AND r.state = 'RECORDED'
        AND (${branchId}::uuid IS NULL OR r."branchId" = ${branchId}::uuid)
      ORDER BY r.subject DESC, b."sortKey", m."sortKey", r.id`;
    const decider = { accountId: actor.accountId ?? "", memberId: actor.memberId };
    const lines = rows.map(
      ({ memberId, supersedesId, proposedById, recordedById, decidedOn, ...row }): LineToConfirm => {
        const facts = {
          subject: row.subject,
          subjectMemberId: memberId,
          ruledOut: null,
          state: "RECORDED",
          proposed: null,
          proposedById,
          recordedById,
          votedOn: null,
          supersededById: null,
          isCorrection: supersedesId !== null,
          roundClosedOn: round.closedOn,
        } as const;
        const obstacle = confirmObstacle(facts, decider)?.reason ?? null;
        return { ...row, decidedOn: fromDbDate(decidedOn), isCorrection: supersedesId !== null, obstacle };
      },
    );
    return { round, lines, mayConfirm: canConfirmDecision(actor) };
  });
}
