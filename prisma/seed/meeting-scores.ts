import type { Actor } from "@/lib/core/actor";
import { gradeMeeting } from "@/lib/features/meetings/commands/grade-meeting";
import { scoreMeeting } from "@/lib/features/meetings/commands/score-meeting";
import { findMeetingScore } from "@/lib/features/meetings/queries/find-meeting-score";
import { getBranchMeeting } from "@/lib/features/meetings/queries/get-meeting";
import type { Random } from "./random";

const WEAKNESS = "Còn ít ý kiến thảo luận; một số việc tháng trước chưa xong.";

/** Scores a meeting that was sent; unless it waits for the committee, its grade is decided as the branch proposes. */
export async function scoreSample(
  system: Actor,
  id: string,
  of: { random: Random; isDecided: boolean },
): Promise<void> {
  const { random, isDecided } = of;
  const points = {
    ...{ TIME: 5, ATTENDANCE: random.between(4, 5), PREPARATION: random.between(8, 10), STEPS: 5 },
    ...{ CONTENT: random.between(19, 25), CHAIRING: random.between(8, 10), PRINCIPLES: 5 },
    ...{ RESULTS: random.between(22, 30), CLOSING: 5 },
  };
  await scoreMeeting(system, { id, weaknesses: points.RESULTS < 26 ? WEAKNESS : null, ...points });
  if (!isDecided) return;
  const { score } = await findMeetingScore(system, await getBranchMeeting(system, id));
  if (!score) throw new Error("A meeting that was scored has no score");
  await gradeMeeting(system, { id, version: 1, grade: score.proposedGrade, reason: null });
}
