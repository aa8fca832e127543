import { day } from "@/lib/core/day";
import { addAddendum } from "@/lib/features/meetings/commands/add-addendum";
import { keepDraft } from "@/lib/features/meetings/commands/keep-draft";
import { attachPhoto } from "@/lib/features/meetings/commands/keep-photos";
import { sendMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { plainPicture } from "../../support/pictures";
import { bodyOf, sentOf, signedOf, writtenOf } from "../meetings/body-meeting";
import { noNext } from "../meetings/branch-meeting";
import type { RatedRegister } from "../ratings/round";

/**
 * Meetings of both bodies of the committee, drafts, closed and signed, a draft and a closed one with a photo, a draft with text that was
 * typed and not saved: some while a member of the executive committee alone held the seat that has ended since, some after it.
 */
export async function addBodyMeetings(register: RatedRegister, memberOnce: string): Promise<void> {
  const { system, termId, actors } = register;
  const seat = { termId, startsOn: day("2020-06-01"), decisionNumber: null };
  await giveCommitteeSeat(system, { ...seat, memberId: memberOnce, kind: "MEMBER", lastDay: day("2021-12-31") });
  for (const body of ["COMMITTEE", "STANDING_COMMITTEE"] as const) {
    const of = bodyOf(register, body);
    for (const year of ["2021", "2022"]) {
      const draft = await writtenOf(system, of, day(`${year}-03-10`));
      const photographed = await writtenOf(system, of, day(`${year}-04-10`));
      for (const meetingId of [draft, photographed])
        await attachPhoto(actors.office, { meetingId, bytes: await plainPicture() });
      await sendMinutes(system, { id: photographed, version: 3, ...noNext });
      await keepDraft(actors.office, { id: draft, version: 1, entries: { conclusion: "Nhất trí" } });
      await signedOf(system, of, day(`${year}-01-10`));
      const id = await sentOf(system, of, day(`${year}-02-10`));
      await addAddendum(actors.office, { id, text: "Bổ sung", reason: "Ghi thiếu" });
    }
  }
}
