import { addDays, type Day, day, fromDbDate, toDbDate } from "@/lib/core/day";
import { wordFile } from "@/lib/core/files/word/write-word";
import { readAs } from "@/lib/core/query";
import { giveTask } from "@/lib/features/tasks/commands/give-task";
import { attachEvidence } from "@/lib/features/tasks/commands/keep-evidence";
import { acceptTask, reportDone, reportNotDone } from "@/lib/features/tasks/commands/task-steps";
import type { SamplePeople } from "./accounts";
import { type SampleBranch, sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

type Said = { readonly after: number; readonly text: string };
type Sample = {
  readonly branch: SampleBranch["key"];
  readonly title: string;
  /** The day it was given, or how many days ago, and for how many days. */
  readonly given: Day | number;
  readonly days: number;
  /** In the branch's meeting of that month, or by the committee. */
  readonly from: "MEETING" | "NONE";
  /** What the paper is about that asks for it. */
  readonly paper?: string;
  /** The member who does it, by the order in the branch; the whole branch where nobody is named. */
  readonly member?: number;
  readonly notDone?: Said;
  /** The minutes of what was done: their name and lines. */
  readonly shown?: { readonly name: string; readonly lines: readonly string[] };
  readonly done?: Said;
  readonly accepted?: Said;
};

const SAMPLES: readonly Sample[] = [
  {
    ...{ branch: "naan", from: "MEETING", given: day("2022-03-01"), days: 40, member: 3 },
    title: "Vận động năm hộ làm hố xử lý rác thải",
    notDone: { after: 33, text: "Mới được ba hộ, hai hộ đi làm xa chưa về." },
    done: { after: 66, text: "Cả năm hộ đã làm xong." },
  },
  {
    ...{ branch: "naan", from: "MEETING", given: day("2022-06-01"), days: 30 },
    title: "Phát quang, dọn vệ sinh hai ki-lô-mét đường bản",
    done: { after: 20, text: "Hai buổi, 61 lượt người." },
  },
  {
    ...{ branch: "thin", from: "MEETING", given: day("2022-09-01"), days: 60, member: 4 },
    title: "Giúp đỡ hai quần chúng ưu tú, đề nghị học lớp nhận thức về Đảng",
    done: { after: 55, text: "Đã giới thiệu hai quần chúng đi học." },
  },
  {
    ...{ branch: "thin", from: "NONE", given: day("2022-02-21"), days: 45 },
    paper: "Về tăng cường phòng cháy, chữa cháy rừng mùa khô năm 2022",
    title: "Phát dọn ba ki-lô-mét đường băng cản lửa, cắt cử người trực rừng",
    shown: {
      name: "Biên bản nghiệm thu đường băng cản lửa.docx",
      lines: [
        "# BIÊN BẢN NGHIỆM THU ĐƯỜNG BĂNG CẢN LỬA",
        "Ngày 22/3/2022, chi bộ và ban quản lý bản đã đi kiểm tra thực địa.",
        "- Chiều dài đã phát dọn: ba ki-lô-mét, rộng sáu mét.",
        "- Bốn tổ thay nhau trực rừng đến hết tháng 4, mỗi tổ năm người.",
        "- Còn lại: chưa có biển cấm lửa ở đầu đường lên rừng.",
      ],
    },
    done: { after: 30, text: "Đã phát dọn xong, bốn tổ thay nhau trực rừng." },
    accepted: { after: 36, text: "Đường băng đạt yêu cầu, bản làm thêm biển cấm lửa." },
  },
  {
    ...{ branch: "chiengnua", from: "NONE", given: day("2022-05-10"), days: 50, member: 2 },
    title: "Rà soát, lập danh sách hộ thiếu đất sản xuất",
    done: { after: 45, text: "Đã lập danh sách 9 hộ, có xác nhận của trưởng bản." },
    accepted: { after: 48, text: "Danh sách đầy đủ." },
  },
  {
    ...{ branch: "naan", from: "NONE", given: 45, days: 120, member: 5 },
    title: "Tuyên truyền, đăng ký định danh điện tử cho người cao tuổi",
  },
  {
    ...{ branch: "pulau", from: "NONE", given: 70, days: 50 },
    title: "Báo cáo việc thực hiện quy ước của bản",
    notDone: { after: 48, text: "Bản đang lấy ý kiến sửa quy ước, chưa họp được." },
  },
];

/** Tasks of a few branches in all states: of the year of the report, and some of these weeks. */
export async function giveTasks({ office, leader }: SamplePeople, register: SampleRegister): Promise<void> {
  for (const { branch: key, title, given, days, from, member, paper, notDone, shown, done, accepted } of SAMPLES) {
    const branch = sampleBranches.find((one) => one.key === key);
    if (!branch) throw new Error(`No branch ${key}`);
    const branchId = idOf(register.branchIds, branch);
    const doer = register.members.find((one) => one.branch.key === key && one.order === member);
    const asked = typeof given === "number" ? addDays(office.today, -given) : given;
    const meeting = from === "MEETING" ? await meetingOf(office, branchId, asked) : null;
    const givenOn = meeting?.heldOn ?? asked;
    const documentId = paper === undefined ? null : await paperAbout(office, paper);
    const { id } = await giveTask(from === "MEETING" ? office : leader, {
      ...{ branchId, memberId: doer?.id ?? null, title, text: null, givenOn, deadlineOn: addDays(givenOn, days) },
      ...{ meetingId: meeting?.id ?? null, agendaItem: null, difficultyId: null, inspectionId: null, documentId },
    });
    let version = 0;
    const step = (said: Said) => {
      version += 1;
      return { id, version, takenOn: addDays(givenOn, said.after), text: said.text };
    };
    if (notDone) await reportNotDone(office, step(notDone));
    if (shown) await attachEvidence(office, { taskId: id, name: shown.name, bytes: wordFile(shown.lines) });
    if (done) await reportDone(office, step(done));
    if (accepted) await acceptTask(leader, step(accepted));
  }
}

/** The paper of the register with that subject. */
function paperAbout(office: SamplePeople["office"], subjectLine: string): Promise<string> {
  const { committeeId } = office;
  return readAs(office, async (tx) => {
    const { id } = await tx.partyDocument.findFirstOrThrow({
      where: { committeeId, subjectLine },
      select: { id: true },
    });
    return id;
  });
}

/** The branch's monthly meeting for that month. */
function meetingOf(office: SamplePeople["office"], branchId: string, monthOn: Day) {
  const { committeeId } = office;
  return readAs(office, async (tx) => {
    const found = await tx.meeting.findFirstOrThrow({
      where: { committeeId, branchId, kind: "MONTHLY", monthOn: toDbDate(monthOn) },
      select: { id: true, heldOn: true },
    });
    return { id: found.id, heldOn: fromDbDate(found.heldOn) };
  });
}
