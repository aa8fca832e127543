import "server-only";
import type { CommandContext } from "@/lib/core/command";

/** The score of a meeting with its points as the command that changes it needs it; null where it has none. */
export function loadScore({ tx, actor }: CommandContext, meetingId: string) {
  return tx.meetingScore.findFirst({
    where: { committeeId: actor.committeeId, meetingId },
    select: {
      ...{ total: true, proposedGrade: true, weaknesses: true, decidedGrade: true, scoredById: true },
      points: { select: { criterion: true, points: true } },
    },
  });
}
