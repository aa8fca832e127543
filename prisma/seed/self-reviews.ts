import type { Actor } from "@/lib/core/actor";
import type { CriterionGrade, RatingLevel } from "@/lib/core/db/generated/enums";
import { handInSelfReview } from "@/lib/features/self-reviews/commands/hand-in";
import { saveSelfReview } from "@/lib/features/self-reviews/commands/save-self-review";
import type { SaveSelfReviewInput } from "@/lib/features/self-reviews/schema";

/* What the branch's people say of their year, the level they claim being the one they got. */
const strengths = [
  "Chấp hành nghị quyết của chi bộ; vận động gia đình trồng cây ăn quả trên đất dốc.",
  "Tham gia đủ các buổi sinh hoạt; giúp hai hộ trong bản làm lại chuồng trại.",
  "Hoàn thành việc chi bộ giao; vận động con em trong bản đi học đều.",
  "Giữ gìn đoàn kết trong bản; tham gia tổ tuần tra rừng mỗi tháng.",
];
const shortcomings = [
  "Có tháng đi họp muộn vì nhà xa.",
  "Phát biểu trong sinh hoạt còn ít.",
  "Chưa chủ động báo cáo việc được giao.",
  "Đọc tài liệu trước buổi họp chưa đều.",
];
const remedies = [
  "Sắp xếp việc nhà để đi họp đúng giờ.",
  "Mỗi buổi sinh hoạt có ít nhất một ý kiến.",
  "Báo cáo việc được giao trước ngày họp.",
];

type Reviewed = { readonly memberId: string; readonly level: RatingLevel };

/** The branch and the first of its members review their year 2022, the secretary entering for those without a telephone. */
export async function reviewOwnYear(
  secretary: Actor,
  { roundId, branchId, members }: { roundId: string; branchId: string; members: readonly Reviewed[] },
): Promise<void> {
  for (const [place, { memberId, level }] of members.entries()) {
    await keep(secretary, { ...written(roundId, place, level), memberId, branchId: null, form: "FORM_2C" });
  }
  await keep(secretary, { ...written(roundId, 0, "GOOD"), memberId: null, branchId, form: "FORM_01" });
}

async function keep(secretary: Actor, input: SaveSelfReviewInput): Promise<void> {
  const { id } = await saveSelfReview(secretary, input);
  await handInSelfReview(secretary, { id, version: 1 });
}

function written(roundId: string, place: number, level: RatingLevel) {
  const of = (lines: readonly string[]) => lines[place % lines.length] ?? "";
  const other: CriterionGrade = level === "COMPLETED" ? "GRADE_AVERAGE" : "GRADE_GOOD";
  const tasks: CriterionGrade = level === "EXCELLENT" ? "GRADE_EXCELLENT" : other;
  const late = level === "COMPLETED" ? 2 : 0;
  return {
    ...{ roundId, version: undefined, COMMON: null, TASK_RESULTS: tasks },
    ...{ IDEOLOGY: other, ETHICS: other, DISCIPLINED_CONDUCT: other, WORKING_STYLE: other, CORRECTION: other },
    ...{ strengths: of(strengths), shortcomings: of(shortcomings), causes: null, corrections: null, explanation: null },
    ...{ remedies: of(remedies), tasksTotal: 8, tasksOnTime: 8 - late, tasksLate: late, tasksBeyond: null },
    proposedLevel: level,
  };
}
