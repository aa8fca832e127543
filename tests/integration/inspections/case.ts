import { day } from "@/lib/core/day";
import type { CaseInput, RecordInspectionInput } from "@/lib/features/inspections/schema";

export const conclusion = {
  conclusion: "Ưu điểm là chính, đã chỉ ra thiếu sót cần khắc phục.",
  conclusionNumber: "03-TB/UBKT",
  concludedOn: day("2022-09-30"),
  disciplineFollows: false,
};

/** What the form for a case would send, about nobody yet. */
export function caseInput(changes: Partial<CaseInput> = {}): CaseInput {
  return {
    year: 2022,
    mode: "INSPECTION",
    body: "INSPECTION_COMMISSION",
    title: "Kiểm tra việc chấp hành Điều lệ Đảng",
    decisionNumber: "21-QĐ/UBKT",
    decidedOn: day("2022-08-01"),
    startsOn: day("2022-08-15"),
    lastDay: day("2022-09-15"),
    periodFrom: day("2021-01-01"),
    periodTo: day("2022-06-30"),
    topics: ["COMPLIANCE"],
    branchIds: [],
    members: [],
    head: null,
    team: [],
    programmeLineId: null,
    ...changes,
  };
}

export function concludedInput(changes: Partial<RecordInspectionInput> = {}): RecordInspectionInput {
  return { ...caseInput(), ...conclusion, ...changes };
}
