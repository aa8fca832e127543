import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { OpinionGiver } from "@/lib/core/db/generated/enums";
import { authorize } from "@/lib/core/errors";
import { canGiveOpinion, type OpinionPlace } from "@/lib/features/rating-opinions/policy";
import { getSubjectRef } from "@/lib/features/rating-opinions/queries/get-subject-ref";
import { decidedObstacle, giversFor, handsOn } from "@/lib/features/rating-opinions/rules";
import { subjectAddress } from "@/lib/features/rating-opinions/schema";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** What the form for an opinion needs: whom it is about, and whose opinions the reader may enter. The name is null of the committee. */
export type OpinionForm = OpinionPlace & {
  readonly period: RatingPeriod;
  readonly roundId: string;
  readonly name: string | null;
  /** The branch of a member. */
  readonly branch: string | null;
  readonly givers: readonly OpinionGiver[];
  /** The name of who gives nobody's opinion but the own. */
  readonly ownName: string | null;
  readonly subjectHref: string;
};

/** The form for a subject of a round. Refuses with NOT_FOUND what is not the reader's to see, with FORBIDDEN who has no say or comes too late. */
export async function getOpinionForm(actor: Actor, period: RatingPeriod, named: OpinionPlace): Promise<OpinionForm> {
  const view = await getRatedSubject(actor, period, getSubjectRef(named));
  const { round, memberId, branchId, name, current } = view;
  authorize(canGiveOpinion(actor, view) && decidedObstacle(current?.state ?? null, round.closedOn) === null);
  const givers = giversFor(handsOn(actor, branchId));
  return {
    ...{ period, roundId: round.id, memberId, branchId, name, givers },
    branch: memberId === null ? null : view.branch,
    ownName: givers.length === 1 && givers[0] === "IN_CHARGE" ? actor.displayName : null,
    subjectHref: subjectAddress(period, { ratingId: current?.id ?? null, memberId, branchId }),
  };
}
