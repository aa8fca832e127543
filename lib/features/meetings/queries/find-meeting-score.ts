import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { MeetingCriterion, MeetingGrade } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canGradeMeetings, canScoreMeeting } from "@/lib/features/meetings/policy";
import type { BranchMeetingView } from "@/lib/features/meetings/queries/get-meeting";
import { type ScoreForm, scoringObstacle } from "@/lib/features/meetings/rules/score";
import { findMeetingRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";

/** What a meeting was given, what the branch proposes with it, and what the committee decided. */
export type MeetingScoreView = {
  readonly version: number;
  readonly points: Readonly<Partial<Record<MeetingCriterion, number>>>;
  readonly total: number;
  readonly proposedGrade: MeetingGrade;
  readonly weaknesses: string | null;
  readonly scoredBy: string;
  readonly scoredOn: Day;
  readonly decidedGrade: MeetingGrade | null;
  readonly decidedReason: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedOn: Day | null;
};

/** How good a meeting was, as its reader sees it; `form` is null where the register holds no rules for its day. */
export type MeetingQuality = {
  readonly score: MeetingScoreView | null;
  readonly form: (ScoreForm & { readonly document: string; readonly isConfirmed: boolean }) | null;
  readonly can: { readonly score: boolean; readonly grade: boolean };
};

/** The score of a meeting that the reader sees, with the form of its day. */
export async function findMeetingScore(actor: Actor, meeting: BranchMeetingView): Promise<MeetingQuality> {
  const { committeeId } = actor;
  return readAs(actor, async (tx) => {
    const rules = await findMeetingRulesOn(tx, committeeId, meeting.heldOn);
    const row = await tx.meetingScore.findFirst({
      where: { committeeId, meetingId: meeting.id },
      relationLoadStrategy: "join",
      include: { points: { select: { criterion: true, points: true } } },
    });
    const form = rules && {
      document: rules.document,
      criteria: rules.parameters.criteria.value,
      gradeFloors: rules.parameters.gradeFloors.value,
      isConfirmed: Object.values(rules.parameters).every((one) => one.certainty === "CONFIRMED"),
    };
    const mayScore = form !== null && canScoreMeeting(actor, meeting.branchId);
    return {
      form,
      score: row && viewOf(row),
      can: {
        score: mayScore && scoringObstacle(meeting.roll.length > 0, row) === null,
        grade:
          canGradeMeetings(actor) && row !== null && meeting.state !== "DRAFT" && row.scoredById !== actor.accountId,
      },
    };
  });
}

type Row = Omit<MeetingScoreView, "points" | "scoredOn" | "confirmedOn"> & {
  scoredOn: Date;
  confirmedOn: Date | null;
  points: { criterion: MeetingCriterion; points: number }[];
};

function viewOf({ version, total, proposedGrade, weaknesses, scoredBy, decidedGrade, decidedReason, ...row }: Row) {
  return {
    ...{ version, total, proposedGrade, weaknesses, scoredBy, decidedGrade, decidedReason },
    confirmedBy: row.confirmedBy,
    scoredOn: fromDbDate(row.scoredOn),
    confirmedOn: fromDbDate(row.confirmedOn),
    points: Object.fromEntries(row.points.map((one) => [one.criterion, one.points])),
  };
}
