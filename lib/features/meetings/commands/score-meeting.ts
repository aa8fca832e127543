import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, toDbDate, typedForm } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { loadBranchMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { loadScore } from "@/lib/features/meetings/commands/load-score";
import { canScoreMeeting } from "@/lib/features/meetings/policy";
import { gradeOf, pointsObstacle, scoringObstacle, totalOf } from "@/lib/features/meetings/rules/score";
import { meetingCriteria, type ScoreMeetingInput } from "@/lib/features/meetings/schema";
import { findMeetingRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";

/**
 * Gives a meeting its points under the form of the day it was held, and so proposes its grade; a second time in the place of the
 * first. Refuses a meeting without a roll, a decided grade, and a missing or too high number of points (RULE); an older version
 * (CONFLICT). A meeting without points yet has no version.
 */
export function scoreMeeting(actor: Actor, input: ScoreMeetingInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "scoreMeeting", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId, accountId, displayName } = actor;
    const { id, version, weaknesses, ...points } = input;
    const meeting = await loadBranchMeeting(context, id);
    authorize(canScoreMeeting(actor, meeting.branchId));
    const earlier = await loadScore(context, id);
    requireNoObstacle(scoringObstacle(meeting.attendance.length > 0, earlier));
    const { ruleSetId, form } = await getForm(context, meeting.heldOn);
    requireNoObstacle(pointsObstacle(points, form));

    const total = totalOf(points, form);
    const proposed = { total, proposedGrade: gradeOf(total, form.gradeFloors), weaknesses };
    const hand = { ruleSetId, scoredById: accountId, scoredBy: displayName, scoredOn: toDbDate(today) };
    const key = { committeeId, meetingId: id };
    if (earlier) {
      if (version === undefined) throw new DomainError("CONFLICT", "refusals.conflict");
      const data = { ...proposed, ...hand, version: { increment: 1 } };
      const written = await tx.meetingScore.updateMany({ where: { ...key, version }, data });
      if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
      await tx.meetingPoint.deleteMany({ where: key });
    } else {
      if (version !== undefined) throw new DomainError("CONFLICT", "refusals.conflict");
      await tx.meetingScore.create({ data: { ...key, ...proposed, ...hand }, select: { meetingId: true } });
    }
    const given = meetingCriteria.flatMap((criterion) => {
      const of = points[criterion];
      return of === null ? [] : [{ criterion, points: of }];
    });
    await tx.meetingPoint.createMany({ data: given.map((one) => ({ ...key, ...one })) });

    const change = changedValues(earlier ? valuesOf(earlier) : {}, valuesOf({ ...proposed, points: given }));
    const changes = change ? [{ record: "MeetingScore", recordId: id, ...change }] : [];
    audit({ type: "meeting.scored", ...subjectOf(meeting), changes });
    return { id };
  });
}

async function getForm({ tx, actor }: CommandContext, heldOn: Day) {
  const rules = await findMeetingRulesOn(tx, actor.committeeId, heldOn);
  if (!rules) throw new DomainError("RULE", "ruleSets.errors.noneOn", { on: typedForm(heldOn) });
  const { criteria, gradeFloors } = rules.parameters;
  return { ruleSetId: rules.id, form: { criteria: criteria.value, gradeFloors: gradeFloors.value } };
}

type Scored = Pick<
  NonNullable<Awaited<ReturnType<typeof loadScore>>>,
  "total" | "proposedGrade" | "weaknesses" | "points"
>;

function valuesOf({ total, proposedGrade, weaknesses, points }: Scored) {
  const given = Object.fromEntries(points.map((one) => [one.criterion, one.points]));
  return { total, proposedGrade, weaknesses, ...given };
}
