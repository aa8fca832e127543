import type { MeetingState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** Why the minutes cannot be taken away as a document: they are a draft. */
export function paperObstacle(state: MeetingState): Obstacle | null {
  return state === "DRAFT" ? { reason: "meetings.errors.paperOfDraft" } : null;
}
