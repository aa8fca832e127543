import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { addAddendum } from "@/lib/features/meetings/commands/add-addendum";
import { openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { writeMinutes } from "@/lib/features/meetings/commands/write-minutes";
import { getBranchMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { judgeTasks } from "@/lib/features/tasks/commands/judge-tasks";
import { getMinutesPaper } from "@/lib/features/tasks/queries/get-minutes-paper";
import { listMeetingTasks } from "@/lib/features/tasks/queries/list-meeting-tasks";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { brokenParts, wordParts, wordText } from "../../support/word";
import { refusalOf } from "../accounts/people";
import {
  firstBranch,
  item,
  meetingInput,
  noNext,
  rollOf,
  secondBranch,
  sent,
  written,
} from "../meetings/branch-meeting";
import { given } from "./task";

const MAY = day("2022-05-01");

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

const paperOf = async (actor: Actor, id: string) => wordText((await getMinutesPaper(actor, id)).bytes);

/** A meeting in May with everything that minutes can hold: votes, somebody absent, guests, a task judged and one given, an addendum. */
async function fullMeeting(actor: Actor, monthOn: Day): Promise<string> {
  const place = firstBranch(register);
  const carried = await given(actor, register.branchId, { title: "Sửa đường vào bản" });
  const { id } = await openMeeting(actor, meetingInput(place, monthOn));
  const roll = await rollOf(place, monthOn, { [register.members.deputy]: "ABSENT_EXCUSED" });
  const entries = roll.map((line) => (line.presence === "PRESENT" ? line : { ...line, reason: "Đi khám bệnh" }));
  await takeAttendance(actor, { id, version: 1, guests: "Ông Lò Văn Khách\nBà Vì Thị Khách", entries });
  const { voters } = await getBranchMeeting(actor, id);
  const items = [
    { ...item, title: "Triển khai Nghị quyết", yes: voters - 1, no: 0, other: 1, conclusion: "Nhất trí thực hiện" },
    { ...item, position: 2, title: "Việc khác", opinions: "Không có ý kiến" },
  ];
  await writeMinutes(actor, { id, version: 2, conclusion: "Chi bộ thống nhất", items });
  await judgeTasks(actor, {
    ...{ id, version: 3 },
    entries: [{ taskId: carried, judgement: "REPORTED_NOT_DONE", text: "Thiếu đá" }],
  });
  await giveIn(actor, id, "Làm lại mương");
  const next = { nextOn: day("2022-06-03"), nextTime: "19:30", nextPlace: "Nhà văn hóa bản" };
  await sendMinutes(actor, { id, version: 4, ...next });
  await addAddendum(actor, { id, text: "Thêm một ý kiến", reason: "Ghi thiếu" });
  return id;
}

function giveIn(actor: Actor, meetingId: string, title: string): Promise<string> {
  const days = { givenOn: day("2022-05-05"), deadlineOn: day("2022-06-30") };
  return given(actor, register.branchId, { meetingId, title, ...days });
}

describe("the minutes as a Word document", () => {
  it("say what the meeting's page says, with votes and who was absent", async () => {
    const { secretary } = register.actors;
    const id = await fullMeeting(secretary, MAY);
    const [meeting, text] = [await getBranchMeeting(secretary, id), await paperOf(secretary, id)];
    const { counts, voters } = meeting;
    expect(text).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
    expect(text).toContain("CHI BỘ BẢN THỬ MỘT");
    expect(text).toContain("Thử Nghiệm, ngày 05 tháng 5 năm 2022");
    expect(text).toContain("BIÊN BẢN\nsinh hoạt chi bộ thường kỳ tháng 05/2022");
    expect(text).toContain(`Địa điểm: ${meeting.place}.`);
    expect(text).toContain(`Chủ trì: đồng chí ${meeting.chairName}.`);
    expect(text).toContain(`có mặt ${counts?.present} trên ${counts?.called} đồng chí được triệu tập; vắng 1 đồng chí`);
    const absent = meeting.roll.find((line) => line.presence !== "PRESENT");
    expect(text).toContain(`Vắng mặt: ${absent?.name} (Đi khám bệnh).`);
    expect(text).toContain("Khách dự: Ông Lò Văn Khách; Bà Vì Thị Khách.");
    expect(text).toContain("1. Triển khai Nghị quyết");
    expect(text).toContain(
      `Biểu quyết: ${voters - 1} tán thành, 0 không tán thành, 1 ý kiến khác, trên ${voters} đồng chí`,
    );
    expect(text).toContain("Kết luận, nghị quyết của buổi sinh hoạt: Chi bộ thống nhất");
    expect(text).toContain("Buổi sinh hoạt tới: 19:30, ngày 03 tháng 6 năm 2022, tại Nhà văn hóa bản.");
    expect(text).toContain("Bổ sung, đính chính (Ghi thiếu): Thêm một ý kiến");
    expect(text).toMatch(
      new RegExp(`NGƯỜI GHI BIÊN BẢN\\s+${meeting.writerName}\\s+CHỦ TRÌ HỘI NGHỊ\\s+${meeting.chairName}`, "u"),
    );
    expect(text).not.toContain("{");
    expect(text).toContain("Số ……-BB/CB");
  });

  it("name the tasks judged and given as they were when the minutes were sent", async () => {
    const { secretary } = register.actors;
    const [id] = await ownerRows<{ id: string }>(`SELECT "meetingId" AS id FROM "Task" WHERE title = 'Làm lại mương'`);
    const meeting = await getBranchMeeting(secretary, id?.id ?? "");
    const { carried, given: now } = await listMeetingTasks(secretary, meeting);
    const before = await paperOf(secretary, meeting.id);
    expect(before).toContain("Sửa đường vào bản (Cả chi bộ, hạn 30/04/2022, tháng thứ 3). Chưa làm được: Thiếu đá");
    expect(before).toContain("Làm lại mương (Cả chi bộ, hạn 30/06/2022)");
    for (const { title } of [...carried, ...now]) expect(before).toContain(title);
    const added = await giveIn(secretary, meeting.id, "Việc ghi thêm sau");
    await ownerRows(`UPDATE "TaskStep" SET "recordedAt" = "recordedAt" + interval '1 day' WHERE "taskId" = $1`, [
      added,
    ]);
    expect(await paperOf(secretary, meeting.id)).not.toContain("Việc ghi thêm sau");
  });

  it("say nothing of votes, absence or guests where there were none, and are whole documents", async () => {
    const { secretary } = register.actors;
    const id = await sent(secretary, firstBranch(register), day("2022-07-01"));
    const { bytes } = await getMinutesPaper(secretary, id);
    const text = wordText(bytes);
    expect(text).toContain("vắng 0 đồng chí.\nVắng mặt: không.");
    expect(text).toContain("Khách dự: không.");
    expect(text).not.toContain("Biểu quyết");
    expect(text).not.toContain("Bổ sung");
    expect(text).not.toContain("Buổi sinh hoạt tới");
    expect(brokenParts(bytes)).toEqual([]);
    const page = wordParts(bytes).get("word/document.xml");
    expect(page).toContain('w:top="1134" w:bottom="1134" w:left="1701" w:right="850"');
  });

  it("take words of the minutes for nothing but words", async () => {
    const { secretary } = register.actors;
    const place = firstBranch(register);
    const { id } = await openMeeting(secretary, {
      ...meetingInput(place, day("2022-08-01")),
      place: "{#x} <w:p> & {Chủ trì}",
    });
    await takeAttendance(secretary, { id, version: 1, guests: null, entries: await rollOf(place, day("2022-08-01")) });
    await writeMinutes(secretary, { id, version: 2, conclusion: null, items: [item] });
    await sendMinutes(secretary, { id, version: 3, ...noNext });
    const { bytes } = await getMinutesPaper(secretary, id);
    expect(wordText(bytes)).toContain("{#x} <w:p> & {Chủ trì}");
    expect(brokenParts(bytes)).toEqual([]);
  });

  it("are signed ones as well, and no draft", async () => {
    const { secretary } = register.actors;
    const draft = await written(secretary, firstBranch(register), day("2022-09-01"));
    expect(await refusalOf(getMinutesPaper(secretary, draft))).toBe("RULE meetings.errors.paperOfDraft");
    await sendMinutes(secretary, { id: draft, version: 3, ...noNext });
    await signMinutes(secretary, { id: draft, version: 4, signedOn: day("2022-09-10") });
    expect(await paperOf(secretary, draft)).toContain("sinh hoạt chi bộ thường kỳ tháng 09/2022");
  });
});

describe("who takes minutes away", () => {
  it("is who reads the meeting, and nobody of another branch", async () => {
    const { secretary, otherSecretary, office, leader, inCharge, ordinary } = register.actors;
    const id = await sent(otherSecretary, secondBranch(register), day("2022-05-01"));
    expect(await refusalOf(getMinutesPaper(secretary, id))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(getMinutesPaper(ordinary, id))).toMatch(/^NOT_FOUND/);
    for (const reader of [office, leader, otherSecretary]) {
      expect(await paperOf(reader, id)).toContain("CHI BỘ BẢN THỬ HAI");
    }
    const own = await sent(secretary, firstBranch(register), day("2022-10-01"));
    expect(await paperOf(inCharge, own)).toContain("CHI BỘ BẢN THỬ MỘT");
  });

  it("leaves a row in the access log with what was taken and its number", async () => {
    const { secretary } = register.actors;
    const id = await sent(secretary, firstBranch(register), day("2022-11-01"));
    const { serial, bytes } = await getMinutesPaper(secretary, id);
    const [row] = await ownerRows<{ params: object; subjectId: string }>(
      `SELECT params, "subjectId" FROM "AccessLog" WHERE "committeeId" = $1 ORDER BY at DESC LIMIT 1`,
      [register.committeeId],
    );
    expect(row).toMatchObject({ subjectId: id, params: { documentKind: "MEETING_MINUTES", format: "docx", serial } });
    expect(wordText(bytes)).toContain(serial);
  });
});
