import { addDays, type Day, day } from "@/lib/core/day";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import {
  acceptDifficulty,
  declineDifficulty,
  moveDeadline,
  reportProgress,
  solveDifficulty,
} from "@/lib/features/visits/commands/difficulty-steps";
import { raiseDifficulty } from "@/lib/features/visits/commands/raise-difficulty";
import type { SamplePeople } from "./accounts";
import { sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

type Said = { readonly after: number; readonly text: string };
type Sample = {
  readonly title: string;
  readonly text: string;
  /** The day it was raised, or how many days ago. */
  readonly raised: Day | number;
  /** For how many days, and whether by the committee member in charge. */
  readonly accepted?: Said & { readonly days: number; readonly byInCharge: boolean };
  readonly progress?: Said;
  readonly moved?: Said & { readonly days: number };
  readonly solved?: Said;
  readonly declined?: Said;
};

/* One of each branch in turn, from the first on. */
const SAMPLES: readonly Sample[] = [
  {
    ...{ title: "Đường vào bản sạt lở sau mưa", raised: day("2022-06-05") },
    text: "Sạt ba mươi mét ở đầu bản, xe máy không qua được; chi bộ đã huy động dân dọn tạm một lối đi.",
    accepted: { after: 2, days: 45, byInCharge: true, text: "Khảo sát, bố trí máy xúc trong tháng." },
    progress: { after: 10, text: "Đã khảo sát, đang chờ máy xúc." },
    solved: { after: 35, text: "Đã san gạt, xe qua lại được." },
  },
  {
    ...{ title: "Mương dẫn nước bị vỡ", raised: day("2022-04-03") },
    text: "Vỡ hơn mười mét, cả cánh đồng lúa thiếu nước.",
    accepted: { after: 3, days: 30, byInCharge: false, text: "Văn phòng đề nghị xã cấp xi măng." },
    solved: { after: 52, text: "Đã cấp 40 bao xi măng, dân bản góp công sửa xong." },
  },
  {
    ...{ title: "Nhà văn hóa bản dột", raised: day("2022-07-04") },
    text: "Mái dột, không họp được khi mưa.",
    accepted: { after: 5, days: 60, byInCharge: true, text: "Phối hợp trưởng bản sửa trước mùa mưa." },
    moved: { after: 50, days: 120, text: "Chờ tấm lợp của chương trình nông thôn mới." },
    solved: { after: 110, text: "Đã thay mái." },
  },
  {
    ...{ title: "Hộ nghèo chưa có đất sản xuất", raised: 25 },
    text: "Ba hộ mới tách chưa có đất; đề nghị xem xét quỹ đất của xã.",
    accepted: { after: 5, days: 60, byInCharge: false, text: "Văn phòng rà soát quỹ đất." },
  },
  {
    ...{ title: "Thiếu bàn ghế sinh hoạt chi bộ", raised: day("2022-09-04") },
    text: "Còn 10 ghế dùng được cho 25 đảng viên.",
    accepted: { after: 4, days: 60, byInCharge: false, text: "Văn phòng lập dự toán." },
    solved: { after: 40, text: "Đã cấp 20 ghế." },
  },
  {
    ...{ title: "Nước sinh hoạt đục sau lũ", raised: 60 },
    text: "Bể lọc hỏng, 30 hộ dùng nước suối.",
    accepted: { after: 3, days: 45, byInCharge: true, text: "Kiểm tra bể lọc, đề xuất sửa." },
    progress: { after: 20, text: "Đã có dự toán, chờ kinh phí." },
  },
  {
    ...{ title: "Chưa có sóng điện thoại ở cụm dân cư xa", raised: day("2022-03-04") },
    text: "14 hộ không liên lạc được; đề nghị lắp trạm phát sóng.",
    declined: {
      after: 20,
      text: "Trạm phát sóng do doanh nghiệp đầu tư, ngoài thẩm quyền của xã; đã kiến nghị huyện.",
    },
  },
  {
    ...{ title: "Đèn đường trục chính hỏng", raised: 6 },
    text: "Bốn bóng hỏng ở đoạn dốc, dễ tai nạn buổi tối.",
  },
];

/** Difficulties of eight branches in all states: of the year of the report, and some of these weeks. */
export async function raiseDifficulties({ office, leader }: SamplePeople, register: SampleRegister): Promise<void> {
  for (const [place, sample] of SAMPLES.entries()) {
    const branch = sampleBranches[place];
    if (!branch) throw new Error("More difficulties than branches");
    const branchId = idOf(register.branchIds, branch);
    const raisedOn = typeof sample.raised === "number" ? addDays(office.today, -sample.raised) : sample.raised;
    const { title, text, accepted, progress, moved, solved, declined } = sample;
    const { id } = await raiseDifficulty(office, { branchId, visitReportId: null, title, text, raisedOn });
    let version = 0;
    const step = (said: Said) => {
      version += 1;
      return { id, version, takenOn: addDays(raisedOn, said.after), text: said.text };
    };
    if (accepted) {
      const taken = step(accepted);
      const ownerSeatId = accepted.byInCharge ? await seatInCharge(office, branchId, taken.takenOn) : null;
      await acceptDifficulty(leader, { ...taken, ownerSeatId, deadlineOn: addDays(raisedOn, accepted.days) });
    }
    if (progress) await reportProgress(office, step(progress));
    if (moved) await moveDeadline(office, { ...step(moved), deadlineOn: addDays(raisedOn, moved.days) });
    if (solved) await solveDifficulty(office, step(solved));
    if (declined) await declineDifficulty(leader, step(declined));
  }
}

/** A seat of who was mainly in charge of the branch on that day. */
function seatInCharge(office: SamplePeople["office"], branchId: string, on: Day): Promise<string> {
  const { committeeId } = office;
  return readAs(office, async (tx) => {
    const { memberId } = await tx.assignment.findFirstOrThrow({
      where: { AND: [{ committeeId, branchId, role: "MAIN" }, inForce(on)] },
      select: { memberId: true },
    });
    const seat = await tx.committeeOffice.findFirstOrThrow({
      where: { AND: [{ committeeId, memberId, kind: { notIn: [...COMMISSION] } }, inForce(on)] },
      select: { id: true },
    });
    return seat.id;
  });
}

const COMMISSION = ["INSPECTION_HEAD", "INSPECTION_DEPUTY", "INSPECTION_MEMBER"] as const;
