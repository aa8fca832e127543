import type { Actor } from "@/lib/core/actor";
import { type Day, day, toDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { annulDocument, issueDocument } from "@/lib/features/party-documents/commands/issue-document";
import { passOn } from "@/lib/features/party-documents/commands/pass-on";
import { receiveDocument } from "@/lib/features/party-documents/commands/receive-document";
import type { IssueDocumentInput, ReceiveDocumentInput } from "@/lib/features/party-documents/schema";
import { type SampleBranch, sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

type For = "ALL" | "NONE" | readonly SampleBranch["key"][];
type Received = Omit<ReceiveDocumentInput, "audience" | "branchId" | "enclosures"> & { readonly to: For };
type Issued = Omit<IssueDocumentInput, "audience" | "branchId" | "enclosures"> & {
  readonly to: For;
  readonly annulled?: string;
};

const DISTRICT = "Huyện ủy Vân Hồ";
const PROVINCE = "Tỉnh ủy Sơn La";

/* Which branch has not passed on what. */
const GAPS: readonly (readonly [SampleBranch["key"], string])[] = [
  ["naan", "Về phát triển chăn nuôi"],
  ["pulau", "Về tuyên truyền"],
];

const RECEIVED: readonly Received[] = [
  {
    ...{ kind: "DIRECTIVE", number: 8, sign: "CT/HU", issuer: DISTRICT, to: "ALL" },
    ...{ issuedOn: day("2022-02-10"), receivedOn: day("2022-02-14"), deadlineOn: day("2022-04-30") },
    subjectLine: "Về tăng cường phòng cháy, chữa cháy rừng mùa khô năm 2022",
  },
  {
    ...{ kind: "RESOLUTION", number: 12, sign: "NQ/HU", issuer: DISTRICT, to: "ALL" },
    ...{ issuedOn: day("2022-06-20"), receivedOn: day("2022-06-24"), deadlineOn: day("2022-08-31") },
    subjectLine: "Về phát triển chăn nuôi đại gia súc gắn với trồng cỏ giai đoạn 2022 - 2025",
  },
  {
    ...{ kind: "GUIDANCE", number: 21, sign: "HD/BTGTU", issuer: PROVINCE, to: ["naan", "thin", "pulau"] },
    ...{ issuedOn: day("2022-09-05"), receivedOn: day("2022-09-12"), deadlineOn: day("2022-11-30") },
    subjectLine: "Về tuyên truyền xóa bỏ hủ tục trong việc cưới, việc tang ở các bản vùng cao",
  },
  {
    ...{ kind: "OFFICIAL_LETTER", number: 315, sign: "CV/HU", issuer: DISTRICT, to: "NONE" },
    ...{ issuedOn: day("2022-10-03"), receivedOn: day("2022-10-05"), deadlineOn: null },
    subjectLine: "Về việc báo cáo số liệu tổ chức đảng, đảng viên quý III năm 2022",
  },
  {
    ...{ kind: "CONCLUSION", number: 44, sign: "KL/TU", issuer: PROVINCE, to: "ALL" },
    ...{ issuedOn: day("2023-02-15"), receivedOn: day("2023-02-20"), deadlineOn: null },
    subjectLine: "Về nâng cao chất lượng sinh hoạt chi bộ ở bản, tiểu khu",
  },
];

const ISSUED: readonly Issued[] = [
  {
    ...{ kind: "RESOLUTION", issuedOn: day("2022-01-12"), deadlineOn: day("2022-03-31"), to: "ALL" },
    subjectLine: "Về nhiệm vụ trọng tâm năm 2022",
  },
  {
    ...{ kind: "PLAN", issuedOn: day("2022-02-18"), deadlineOn: day("2022-04-30"), to: "ALL" },
    subjectLine: "Thực hiện Chỉ thị số 08-CT/HU về phòng cháy, chữa cháy rừng",
  },
  {
    ...{ kind: "REPORT", issuedOn: day("2022-06-30"), deadlineOn: null, to: "NONE" },
    subjectLine: "Kết quả công tác xây dựng Đảng sáu tháng đầu năm 2022",
  },
  {
    ...{ kind: "RESOLUTION", issuedOn: day("2022-07-05"), deadlineOn: null, to: "NONE" },
    ...{ subjectLine: "Về phát triển chăn nuôi", annulled: "Cấp nhầm loại, văn bản là kế hoạch" },
  },
  {
    ...{ kind: "PLAN", issuedOn: day("2022-07-05"), deadlineOn: day("2022-09-30"), to: "ALL" },
    subjectLine: "Thực hiện Nghị quyết số 12-NQ/HU về phát triển chăn nuôi đại gia súc",
  },
  {
    ...{ kind: "RESOLUTION", issuedOn: day("2023-01-10"), deadlineOn: null, to: "ALL" },
    subjectLine: "Về nhiệm vụ trọng tâm năm 2023",
  },
];

/** Papers of two years in the register: of the district and the province, and the committee's own, one of them annulled. */
export async function registerDocuments(office: Actor, register: SampleRegister): Promise<void> {
  for (const { to, ...paper } of RECEIVED) {
    const { id } = await receiveDocument(office, { ...paper, ...addressed(register, to), enclosures: null });
    if (paper.deadlineOn !== null) await passInBranches(office, register, { id, ...paper, to });
  }
  for (const { to, annulled, ...paper } of ISSUED) {
    const { id } = await issueDocument(office, { ...paper, ...addressed(register, to), enclosures: null });
    if (annulled) await annulDocument(office, { id, version: 1, reason: annulled });
    else if (paper.deadlineOn !== null) await passInBranches(office, register, { id, ...paper, to });
  }
}

type Paper = { readonly id: string; readonly subjectLine: string; readonly issuedOn: Day; readonly to: For };

/** The branches it is for pass a paper on at their first meeting after it; a gap here and there is left. */
async function passInBranches(office: Actor, register: SampleRegister, { id, issuedOn, to, subjectLine }: Paper) {
  const asked = sampleBranches.filter(({ key }) => to === "ALL" || to.includes(key));
  for (const branch of asked) {
    if (GAPS.some(([key, subject]) => key === branch.key && subjectLine.startsWith(subject))) continue;
    const branchId = idOf(register.branchIds, branch);
    const { id: meetingId } = await firstMeeting(office, branchId, issuedOn);
    await passOn(office, { documentId: id, branchId, meetingId });
  }
}

function firstMeeting(office: Actor, branchId: string, from: Day) {
  const { committeeId } = office;
  return readAs(office, (tx) =>
    tx.meeting.findFirstOrThrow({
      where: { committeeId, branchId, heldOn: { gte: toDbDate(from) } },
      orderBy: { heldOn: "asc" },
      select: { id: true },
    }),
  );
}

function addressed(register: SampleRegister, to: For) {
  if (to === "ALL") return { audience: "ALL_BRANCHES" as const, branchId: [] };
  if (to === "NONE") return { audience: "NO_BRANCH" as const, branchId: [] };
  const branches = sampleBranches.filter(({ key }) => to.includes(key));
  return { audience: "CHOSEN_BRANCHES" as const, branchId: branches.map((branch) => idOf(register.branchIds, branch)) };
}
