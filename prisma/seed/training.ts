import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { openCourse } from "@/lib/features/training/commands/keep-courses";
import { recordResult } from "@/lib/features/training/commands/record-result";
import { sendToCourse } from "@/lib/features/training/commands/send-to-course";
import { getCourse } from "@/lib/features/training/queries/get-course";
import type { OpenCourseInput } from "@/lib/features/training/schema/courses";
import type { EnteredMember, SampleRegister } from "./structure";

type Course = {
  readonly input: OpenCourseInput;
  readonly people: readonly EnteredMember[];
  /** Who did not pass, and why. */
  readonly dropped: ReadonlyMap<string, string>;
  readonly series: string;
};

const CENTRE = "Trung tâm Chính trị huyện Vân Hồ";
/* The secretaries of these villages have not been to the course for branch committees. */
const NOT_SENT_YET = ["pulau", "tun"];

/** The courses of 2021 and 2022 that the office sent people to; of the last one the results have not come in. */
export async function holdCourses(office: Actor, register: SampleRegister): Promise<void> {
  for (const course of coursesOf(register)) await holdCourse(office, course);
  const { input, people } = lastCourse(register);
  await send(office, input, people);
}

function coursesOf({ members }: SampleRegister): Course[] {
  const committees = members.filter(({ order }) => order < 3);
  const secretaries = committees.filter(({ order, branch }) => order === 0 && !NOT_SENT_YET.includes(branch.key));
  const deputies = committees.filter(({ order, branch }) => order === 1 && !NOT_SENT_YET.includes(branch.key));
  const newcomers = members.filter((one) => isBetween(one.input.admittedOn, "2020-09-01", "2022-03-31") && stays(one));
  const untaught = members.filter(
    ({ order, branch, input, ...one }) =>
      order > 2 && order < 9 && branch.key === "naan" && input.theoryLevel === "NONE" && stays(one),
  );
  const elementary = [...committees.filter(({ order, branch }) => order === 1 && branch.village), ...untaught];
  return [
    {
      input: course("Lớp bồi dưỡng bí thư chi bộ năm 2021", "BRANCH_WORK", ["2021-09-06", "2021-09-10"], 30),
      people: secretaries,
      dropped: new Map(),
      series: "BTCB",
    },
    {
      input: course("Lớp bồi dưỡng đảng viên mới năm 2022", "NEW_MEMBERS", ["2022-04-18", "2022-04-22"], 40),
      people: newcomers,
      dropped: new Map([[newcomers[1]?.id ?? "", "Nghỉ ốm quá số buổi cho phép"]]),
      series: "ĐVM",
    },
    {
      input: course("Lớp sơ cấp lý luận chính trị năm 2022", "ELEMENTARY_THEORY", ["2022-06-06", "2022-07-15"], 50),
      people: elementary,
      dropped: new Map([[elementary[0]?.id ?? "", "Bận công tác đột xuất, xin học khóa sau"]]),
      series: "SCLL",
    },
    {
      input: course("Lớp bồi dưỡng chi ủy viên năm 2022", "BRANCH_WORK", ["2022-10-10", "2022-10-14"], 30),
      people: deputies,
      dropped: new Map([[deputies[0]?.id ?? "", "Gia đình có việc hiếu"]]),
      series: "CUV",
    },
  ];
}

function lastCourse({ seated }: SampleRegister) {
  const input = course("Lớp cập nhật kiến thức cho cấp ủy viên cơ sở", "UPDATING", ["2022-12-12", "2022-12-14"], 20);
  return { input, people: seated.slice(0, 6) };
}

function course(
  name: string,
  kind: OpenCourseInput["kind"],
  [first, last]: readonly [string, string],
  seats: number,
): OpenCourseInput {
  const place = "Thị trấn Vân Hồ";
  return {
    name,
    kind,
    organizer: CENTRE,
    place,
    decisionNumber: null,
    startsOn: day(first),
    lastDay: day(last),
    seats,
  };
}

async function send(office: Actor, input: OpenCourseInput, people: readonly EnteredMember[]): Promise<string> {
  const { id } = await openCourse(office, input);
  await sendToCourse(office, { id, version: 1, memberId: people.map((one) => one.id) });
  return id;
}

async function holdCourse(office: Actor, { input, people, dropped, series }: Course): Promise<void> {
  const id = await send(office, input, people);
  for (const [place, one] of (await getCourse(office, id)).people.entries()) {
    const reason = dropped.get(one.memberId) ?? null;
    const number = `${place + 1}/${series}-${input.lastDay.slice(0, 4)}`;
    await recordResult(office, {
      ...{ id: one.id, version: one.version, reason },
      ...(reason === null
        ? { result: "PASSED", certificateNumber: number, certificateOn: input.lastDay }
        : { result: "NOT_PASSED", certificateNumber: null, certificateOn: null }),
    });
  }
}

function isBetween(on: Day, first: string, last: string): boolean {
  return on >= first && on <= last;
}

function stays({ departure }: Pick<EnteredMember, "departure">): boolean {
  return departure === null;
}
