import { day } from "@/lib/core/day";
import { addAddendum } from "@/lib/features/meetings/commands/add-addendum";
import { fixMeetingDay } from "@/lib/features/meetings/commands/fix-meeting-day";
import { gradeMeeting } from "@/lib/features/meetings/commands/grade-meeting";
import { keepDraft } from "@/lib/features/meetings/commands/keep-draft";
import { attachPhoto } from "@/lib/features/meetings/commands/keep-photos";
import { sendMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { plainPicture } from "../../support/pictures";
import { firstBranch, noNext, scored, secondBranch, sent, signed, written } from "../meetings/branch-meeting";
import type { RatedRegister } from "../ratings/round";
import { addPartyDocuments } from "./party-documents";
import { addRegulations } from "./working-regulations";

/**
 * Meetings of both branches: drafts with their rolls, minutes that were sent, and signed ones, two of them with a photo; scored, and
 * graded by two leaders; drafts with text that was typed and not saved. With them the days that meetings are fixed for, the papers
 * that are passed on at meetings, and the working regulations.
 */
export async function addMeetings(register: RatedRegister): Promise<void> {
  const { system } = register;
  for (const place of [firstBranch(register), secondBranch(register)]) {
    const photographed = await written(system, place, day("2021-10-01"));
    const draft = await written(system, place, day("2022-03-01"));
    for (const meetingId of [draft, photographed])
      await attachPhoto(register.actors.office, { meetingId, bytes: await plainPicture() });
    for (const keeper of [register.actors.office, keeperOf(register, place.branchId)])
      await keepDraft(keeper, { id: draft, version: 1, entries: { conclusion: "Nhất trí" } });
    await sendMinutes(system, { id: photographed, version: 3, ...noNext });
    for (const id of [await sent(system, place, day("2022-02-01")), await signed(system, place, day("2022-01-01"))])
      await addAddendum(register.actors.office, { id, text: "Bổ sung", reason: "Ghi thiếu" });
    await scored(register.actors.office, place, day("2021-12-01"));
    const graded = await scored(register.actors.office, place, day("2021-11-01"));
    const season = { seasonFrom: null, seasonTo: null, seasonTime: null };
    const usual = { monthDay: 5, startTime: "14:00", place: "Nhà văn hóa", ...season };
    await fixMeetingDay(system, { branchId: place.branchId, version: 0, startsOn: day("2022-01-01"), ...usual });
    await gradeMeeting(register.actors.leader, { id: graded, version: 1, grade: "MEETING_GOOD", reason: null });
  }
  await addPartyDocuments(register);
  await addRegulations(register);
}

function keeperOf({ branchId, actors }: RatedRegister, of: string) {
  return of === branchId ? actors.secretary : actors.otherSecretary;
}
