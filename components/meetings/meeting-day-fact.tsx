import { useMeetingDayWords } from "@/components/meetings/use-meeting-day-words";
import type { UsualMeeting } from "@/lib/features/meetings/rules/meeting-day";

/** When and where a branch meets, in one line. */
export function MeetingDayFact({ of }: { of: UsualMeeting }) {
  return useMeetingDayWords().fact(of);
}
