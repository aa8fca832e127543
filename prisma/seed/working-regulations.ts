import type { Actor } from "@/lib/core/actor";
import { type Day, day, fromDbDate, toDbDate } from "@/lib/core/day";
import { wordFile } from "@/lib/core/files/word/write-word";
import { readAs } from "@/lib/core/query";
import { attachPaper } from "@/lib/features/working-regulations/commands/attach-paper";
import { recordRegulation } from "@/lib/features/working-regulations/commands/record-regulation";
import { type SampleBranch, sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

type Adopted = {
  readonly key: SampleBranch["key"];
  readonly from: Day;
  readonly number?: string;
  readonly changes?: string;
  /** Adopted at its first meeting from that day on, as the register has it. */
  readonly atMeeting?: true;
  readonly paper?: true;
};

const TERM_OF_2025 = "Theo nhiệm kỳ mới: phân công lại chi ủy, sinh hoạt chuyên đề mỗi quý một lần.";

/* Eleven of the twelve branches; two go on with what an older committee of theirs adopted. */
const ADOPTED: readonly Adopted[] = [
  { key: "naan", from: day("2022-08-01"), number: "01-QC/CB", atMeeting: true },
  {
    ...{ key: "naan", from: day("2025-02-03"), number: "02-QC/CB", paper: true },
    changes:
      "Họp ngày 03 hằng tháng, mùa vụ họp buổi tối.\nĐảng viên được phân công phụ trách nhóm hộ báo cáo tại buổi sinh hoạt.",
  },
  { key: "chienghin", from: day("2022-09-01"), atMeeting: true },
  { key: "chienghin", from: day("2025-03-05"), changes: TERM_OF_2025 },
  { key: "chiengnua", from: day("2025-02-10"), number: "01-QC/CB" },
  { key: "muongan", from: day("2022-08-01"), atMeeting: true },
  { key: "nahieng", from: day("2025-02-20") },
  { key: "thin", from: day("2025-03-01"), number: "01-QC/CB" },
  { key: "tun", from: day("2025-04-02") },
  { key: "coquan", from: day("2024-11-04"), number: "03-QC/CB", paper: true },
  { key: "truonghoc", from: day("2024-11-15"), number: "02-QC/CB" },
  { key: "tramyte", from: day("2022-06-01"), atMeeting: true },
  { key: "congan", from: day("2025-03-10") },
];

/** The branches adopt their working regulations, two of them for the second time; one has none yet. */
export async function adoptRegulations(office: Actor, register: SampleRegister): Promise<void> {
  for (const { key, from, number, changes, atMeeting, paper } of ADOPTED) {
    const branch = sampleBranches.find((one) => one.key === key);
    if (!branch) throw new Error(`There is no branch ${key}`);
    const branchId = idOf(register.branchIds, branch);
    const meeting = atMeeting ? await firstMeeting(office, branchId, from) : { id: null, heldOn: from };
    const days = { adoptedOn: meeting.heldOn, startsOn: meeting.heldOn, meetingId: meeting.id };
    const told = { numberAndSign: number ?? null, changes: changes ?? null };
    const { id } = await recordRegulation(office, { branchId, ...days, ...told });
    if (!paper) continue;
    const bytes = new Uint8Array(
      wordFile(["Quy chế làm việc", branch.name, changes ?? "Chi bộ họp mỗi tháng một lần."]),
    );
    await attachPaper(office, { regulationId: id, name: `Quy chế làm việc ${branch.name}.docx`, bytes });
  }
}

async function firstMeeting(office: Actor, branchId: string, from: Day): Promise<{ id: string; heldOn: Day }> {
  const { id, heldOn } = await readAs(office, (tx) =>
    tx.meeting.findFirstOrThrow({
      where: { committeeId: office.committeeId, branchId, heldOn: { gte: toDbDate(from) } },
      orderBy: { heldOn: "asc" },
      select: { id: true, heldOn: true },
    }),
  );
  return { id, heldOn: fromDbDate(heldOn) };
}
