import type { Actor } from "@/lib/core/actor";
import { addDays, addMonths, type Day, day } from "@/lib/core/day";
import type { Presence } from "@/lib/core/db/generated/enums";
import { fixMeetingDay } from "@/lib/features/meetings/commands/fix-meeting-day";
import { openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { writeMinutes } from "@/lib/features/meetings/commands/write-minutes";
import { getMeeting, listRollMembers } from "@/lib/features/meetings/queries/get-meeting";
import type { MinutesItem } from "@/lib/features/meetings/schema";
import { type SampleBranch, sampleBranches } from "./commune";
import { scoreSample } from "./meeting-scores";
import { type Random, randomFrom } from "./random";
import { idOf, type SampleRegister } from "./structure";

const FIRST_MONTH = day("2022-01-01");
const MONTHS = 12;
const AGENDA = [
  {
    title: "Kết quả thực hiện nhiệm vụ tháng trước",
    opinions: "Các đồng chí được giao việc báo cáo kết quả; chi bộ nêu việc chưa xong và nguyên nhân.",
    conclusion: "Việc chưa xong chuyển sang tháng sau, người được giao tiếp tục làm.",
  },
  {
    title: "Thông tin, quán triệt văn bản của cấp trên",
    opinions: "Chi bộ nghe thông báo và trao đổi cách làm ở chi bộ.",
    conclusion: "Từng đảng viên phổ biến lại trong gia đình và nhóm hộ được phân công.",
  },
  {
    title: "Nhiệm vụ tháng sau",
    opinions: "Các ý kiến tập trung vào sản xuất, vệ sinh môi trường và giữ gìn trật tự.",
    conclusion: "Thống nhất nhiệm vụ tháng sau như dự thảo.",
  },
];
const CONCLUSION = "Chi bộ thống nhất các nội dung trên và giao chi ủy theo dõi việc thực hiện.";
const REASONS = ["Ốm", "Đi công tác", "Việc gia đình", "Đi khám bệnh"];

/* One branch meets in the evening while there is field work, the other on the last day of the month. */
const FIXED = [
  { key: "nahieng", monthDay: 5, startTime: "14:00", seasonFrom: "05-15", seasonTo: "08-31", seasonTime: "19:30" },
  { key: "coquan", monthDay: null, startTime: "16:00", seasonFrom: null, seasonTo: null, seasonTime: null },
] as const;

/** The meeting days that two branches have fixed since the year after that of the report. */
export async function fixMeetingDays(system: Actor, { branchIds }: SampleRegister): Promise<void> {
  for (const branch of sampleBranches) {
    const fixed = FIXED.find(({ key }) => key === branch.key);
    if (!fixed) continue;
    const { key: _key, ...times } = fixed;
    const where = { branchId: idOf(branchIds, branch), place: placeOf(branch) };
    await fixMeetingDay(system, { ...where, ...times, version: 0, startsOn: day("2023-01-01") });
  }
}

function placeOf({ village }: SampleBranch): string {
  return village ? `Nhà văn hóa bản ${village}` : "Hội trường Ủy ban nhân dân xã";
}

/** The monthly meetings of the year of the report: opened, the roll called, sent, scored and, but for the last month, signed and graded. */
export async function holdMeetings(system: Actor, register: SampleRegister): Promise<void> {
  const random = randomFrom(2022);
  const points = randomFrom(42);
  for (const branch of sampleBranches) {
    const [chair, writer] = register.members.filter((one) => one.branch.key === branch.key && one.order < 2);
    if (!chair || !writer) throw new Error(`Nobody leads the meetings of ${branch.key}`);
    const people = { branchId: idOf(register.branchIds, branch), chairId: chair.id, writerId: writer.id };
    for (let month = 0; month < MONTHS; month += 1) {
      await holdMeeting(system, { people, branch, monthOn: addMonths(FIRST_MONTH, month), random, points });
    }
  }
}

type Sample = {
  people: { branchId: string; chairId: string; writerId: string };
  branch: SampleBranch;
  monthOn: Day;
  random: Random;
  /** Apart from the other choices, which came first. */
  points: Random;
};

async function holdMeeting(system: Actor, { people, branch, monthOn, random, points }: Sample): Promise<void> {
  const heldOn = addDays(monthOn, random.between(2, 4));
  const place = placeOf(branch);
  const { id } = await openMeeting(system, { ...people, kind: "MONTHLY", monthOn, heldOn, startTime: null, place });
  const members = await listRollMembers(system, await getMeeting(system, id));
  const entries = members
    .filter((one) => one.standing === "CALLED")
    .map(({ memberId }) => {
      const leads = memberId === people.chairId || memberId === people.writerId;
      const presence: Presence = leads || random.chance(92) ? "PRESENT" : absence(random);
      return { memberId, presence, reason: presence === "ABSENT_EXCUSED" ? random.pick(REASONS) : null };
    });
  await takeAttendance(system, { id, version: 1, guests: null, entries });
  const voters = members.filter(
    (one) => one.isOfficial && entries.some((entry) => isPresent(entry, one.memberId)),
  ).length;
  await writeMinutes(system, { id, version: 2, conclusion: CONCLUSION, items: itemsOf(voters) });
  const isOver = monthOn < addMonths(FIRST_MONTH, MONTHS - 1);
  await sendMinutes(system, { id, version: 3, ...nextOf(isOver ? addMonths(heldOn, 1) : null, place) });
  if (isOver) await signMinutes(system, { id, version: 4, signedOn: addDays(heldOn, 1) });
  await scoreSample(system, id, { random: points, isDecided: isOver });
}

/* The last meeting of the year leaves the next one open. */
function nextOf(nextOn: Day | null, place: string) {
  return { nextOn, nextTime: null, nextPlace: nextOn === null ? null : place };
}

function isPresent(entry: { memberId: string; presence: Presence }, memberId: string): boolean {
  return entry.memberId === memberId && entry.presence === "PRESENT";
}

function itemsOf(voters: number): MinutesItem[] {
  const none = { yes: null, no: null, other: null };
  return AGENDA.map((item, place) => ({
    ...{ position: place + 1, ...item },
    ...(place === AGENDA.length - 1 ? { yes: voters, no: 0, other: 0 } : none),
  }));
}

function absence(random: Random): Presence {
  return random.chance(80) ? "ABSENT_EXCUSED" : "ABSENT_UNEXCUSED";
}
