import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import type { MeetingBody } from "@/lib/core/db/generated/enums";
import { openBodyMeeting } from "@/lib/features/meetings/commands/open-body-meeting";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { writeMinutes } from "@/lib/features/meetings/commands/write-minutes";
import { getMeeting, listRollMembers } from "@/lib/features/meetings/queries/get-meeting";
import { randomFrom } from "./random";
import type { SampleRegister } from "./structure";

/* Invented: when the two bodies met in the year of the report. */
const HELD: Readonly<Record<MeetingBody, readonly Day[]>> = {
  COMMITTEE: [day("2022-01-14"), day("2022-04-15"), day("2022-07-15"), day("2022-10-14")],
  STANDING_COMMITTEE: [day("2022-01-07"), day("2022-02-11"), day("2022-03-11"), day("2022-04-08"), day("2022-05-13")],
};
const AGENDA: Readonly<Record<MeetingBody, readonly string[]>> = {
  COMMITTEE: ["Kết quả lãnh đạo thực hiện nhiệm vụ quý trước", "Nhiệm vụ trọng tâm quý này"],
  STANDING_COMMITTEE: ["Kết quả công tác tháng trước", "Công tác tháng này và chuẩn bị nội dung trình Ban Chấp hành"],
};
const OPINIONS = "Các đồng chí nghe báo cáo, thảo luận và bổ sung số liệu của lĩnh vực mình phụ trách.";
const CONCLUSION = "Thống nhất các nội dung trên; văn phòng hoàn chỉnh văn bản.";

/** A few meetings of the committee's bodies in the year of the report, the last of each closed but not signed yet. */
export async function holdBodyMeetings(office: Actor, { seated }: SampleRegister): Promise<void> {
  const random = randomFrom(12);
  const [chair] = seated;
  if (!chair || office.memberId === null) throw new Error("Nobody leads or writes the meetings of the committee");
  const people = { chairId: chair.id, writerId: office.memberId };
  for (const body of ["COMMITTEE", "STANDING_COMMITTEE"] as const) {
    for (const heldOn of HELD[body]) {
      const record = { kind: "MONTHLY" as const, heldOn, startTime: "08:00", place: "Phòng họp Đảng ủy xã" };
      const { id } = await openBodyMeeting(office, { body, ...record, ...people });
      const members = await listRollMembers(office, await getMeeting(office, id));
      const entries = members.map(({ memberId }) => {
        const isThere = memberId === chair.id || random.chance(90);
        return isThere
          ? { memberId, presence: "PRESENT" as const, reason: null }
          : { memberId, presence: "ABSENT_EXCUSED" as const, reason: "Đi công tác" };
      });
      await takeAttendance(office, { id, version: 1, guests: null, entries });
      const yes = entries.filter(({ presence }) => presence === "PRESENT").length;
      const items = AGENDA[body].map((title, place) => ({
        ...{ position: place + 1, title, opinions: OPINIONS, conclusion: null },
        ...(place === 1 ? { yes, no: 0, other: 0 } : { yes: null, no: null, other: null }),
      }));
      await writeMinutes(office, { id, version: 2, conclusion: CONCLUSION, items });
      await sendMinutes(office, { id, version: 3, nextOn: null, nextTime: null, nextPlace: null });
      if (heldOn !== HELD[body].at(-1)) await signMinutes(office, { id, version: 4, signedOn: addDays(heldOn, 3) });
    }
  }
}
