import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import type { CaseStep, InspectionBody, InspectionMode, InspectionTopic } from "@/lib/core/db/generated/enums";
import { markStep } from "@/lib/features/inspections/commands/keep-progress";
import { recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { planYear } from "./inspection-programmes";
import { type SampleRegister } from "./structure";

type Event = {
  year: number;
  month: number;
  mode: InspectionMode;
  body: InspectionBody;
  topics: InspectionTopic[];
  branches: string[];
  members?: string[];
  title: string;
};

const REPORT_YEAR = 2022;

/** The year of the report: five events on five branches and one member. The years around it are invented. */
const events: readonly Event[] = [
  event(
    2020,
    5,
    "INSPECTION",
    "COMMITTEE",
    ["COMPLIANCE"],
    ["chiengnua"],
    "Kiểm tra việc chấp hành nghị quyết của Đảng ủy",
  ),
  event(
    2020,
    8,
    "INSPECTION",
    "INSPECTION_COMMISSION",
    ["PARTY_FEES"],
    ["tun"],
    "Kiểm tra việc thu, nộp và sử dụng đảng phí",
  ),
  event(
    2020,
    10,
    "SUPERVISION",
    "COMMITTEE",
    ["WORKING_RULES"],
    ["coquan"],
    "Giám sát việc thực hiện quy chế làm việc",
  ),
  event(
    2021,
    4,
    "INSPECTION",
    "COMMITTEE",
    ["COMPLIANCE"],
    ["naan", "muongan"],
    "Kiểm tra việc thực hiện nghị quyết đại hội",
  ),
  event(
    2021,
    7,
    "INSPECTION",
    "INSPECTION_COMMISSION",
    ["PARTY_FEES"],
    ["chienghin"],
    "Kiểm tra việc thu, nộp đảng phí",
  ),
  event(2021, 9, "SUPERVISION", "COMMITTEE", ["WORKING_RULES"], ["truonghoc"], "Giám sát nền nếp sinh hoạt chi bộ"),
  event(
    2021,
    11,
    "SUPERVISION",
    "INSPECTION_COMMISSION",
    ["COMPLIANCE"],
    ["congan"],
    "Giám sát việc nêu gương của đảng viên",
  ),
  {
    ...event(
      2022,
      3,
      "INSPECTION",
      "COMMITTEE",
      ["COMPLIANCE"],
      ["chienghin"],
      "Kiểm tra việc chấp hành Điều lệ và nghị quyết của Đảng",
    ),
    members: ["chienghin"],
  },
  event(
    2022,
    5,
    "INSPECTION",
    "INSPECTION_COMMISSION",
    ["INSPECTION_WORK"],
    ["muongan"],
    "Kiểm tra nhiệm vụ kiểm tra, giám sát của chi bộ",
  ),
  event(
    2022,
    7,
    "INSPECTION",
    "INSPECTION_COMMISSION",
    ["PARTY_FEES"],
    ["thin"],
    "Kiểm tra việc thu, nộp, quản lý đảng phí",
  ),
  event(
    2022,
    9,
    "SUPERVISION",
    "COMMITTEE",
    ["WORKING_RULES"],
    ["nahieng"],
    "Giám sát việc lãnh đạo thực hiện quy chế làm việc",
  ),
  event(
    2022,
    10,
    "SUPERVISION",
    "COMMITTEE",
    ["COMPLIANCE"],
    ["pulau"],
    "Giám sát việc thực hiện chính sách, pháp luật",
  ),
  event(
    2023,
    3,
    "INSPECTION",
    "COMMITTEE",
    ["COMPLIANCE"],
    ["tun", "chiengnua"],
    "Kiểm tra việc thực hiện nghị quyết năm",
  ),
  event(
    2023,
    6,
    "INSPECTION",
    "INSPECTION_COMMISSION",
    ["PARTY_FEES"],
    ["truonghoc"],
    "Kiểm tra việc thu, nộp đảng phí",
  ),
  event(2023, 9, "SUPERVISION", "COMMITTEE", ["WORKING_RULES"], ["naan"], "Giám sát việc thực hiện quy chế làm việc"),
  event(
    2023,
    11,
    "SUPERVISION",
    "INSPECTION_COMMISSION",
    ["COMPLIANCE"],
    ["tramyte"],
    "Giám sát việc thực hiện quy định những điều đảng viên không được làm",
  ),
];

function event(
  year: number,
  month: number,
  mode: InspectionMode,
  body: InspectionBody,
  topics: InspectionTopic[],
  branches: string[],
  title: string,
): Event {
  return { year, month, mode, body, topics, branches, title };
}

/** Records the concluded inspections and supervisions, those of the year of the report as planned; none led to discipline. */
export async function recordInspections(
  { office, inspector }: { office: Actor; inspector: Actor },
  register: SampleRegister,
): Promise<void> {
  const branchIdsOf = (one: Event) => one.branches.map((key) => register.branchIds.get(key) ?? "");
  const inReport = events.filter(({ year }) => year === REPORT_YEAR);
  const planned = inReport.map((one) => ({
    ...one,
    topic: one.topics[0] ?? "COMPLIANCE",
    branchIds: branchIdsOf(one),
  }));
  const lines = await planYear(office, REPORT_YEAR, planned);
  for (const [index, one] of events.entries()) {
    const on = (date: number) =>
      day(`${one.year}-${String(one.month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
    const number = String(index + 21);
    const { id } = await recordConcludedInspection(inspector, {
      year: one.year,
      mode: one.mode,
      body: one.body,
      title: one.title,
      topics: one.topics,
      decisionNumber: `${number}-QĐ/${one.body === "INSPECTION_COMMISSION" ? "UBKT" : "ĐU"}`,
      decidedOn: on(2),
      startsOn: on(6),
      lastDay: on(24),
      periodFrom: day(`${one.year - 1}-01-01`),
      periodTo: day(`${one.year - 1}-12-31`),
      branchIds: branchIdsOf(one),
      programmeLineId: lines[inReport.indexOf(one)] ?? null,
      members: (one.members ?? []).map((key) => ({ memberId: plainMember(register, key) })),
      head: null,
      team: [],
      conclusion:
        "Chi bộ thực hiện đúng quy định. Không có tổ chức đảng, đảng viên vi phạm đến mức phải xử lý kỷ luật.",
      conclusionNumber: `${number}-TB/${one.body === "INSPECTION_COMMISSION" ? "UBKT" : "ĐU"}`,
      concludedOn: on(27),
      disciplineFollows: false,
    });
    if (one.year === REPORT_YEAR) await markSteps(inspector, id, one.mode, on);
  }
}

/** The steps of a case of the year of the report as its papers tell them, each in its time. */
async function markSteps(inspector: Actor, id: string, mode: InspectionMode, on: (date: number) => Day): Promise<void> {
  const steps: readonly [CaseStep, number][] = [
    ["DECISION_AND_PLAN", 2],
    ["ANNOUNCING", 6],
    ["WORKING", 16],
    ["VERIFYING", 20],
    ["REPORTING", 24],
    ["CONCLUSION_NOTICE", 27],
    ["FILE_HANDOVER", 29],
  ];
  for (const [step, date] of steps.filter(([step]) => mode === "INSPECTION" || step !== "VERIFYING")) {
    await markStep(inspector, { id, step, doneOn: on(date), remark: null });
  }
}

/** A member of the branch without office. */
function plainMember(register: SampleRegister, key: string): string {
  const found = register.members.find((one) => one.branch.key === key && one.order === 5);
  if (!found) throw new Error(`No plain member in ${key}`);
  return found.id;
}
