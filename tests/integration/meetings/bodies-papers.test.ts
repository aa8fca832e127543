import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import { inviteToMeeting } from "@/lib/features/meetings/commands/invite";
import { sendMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { findInvitation } from "@/lib/features/meetings/queries/find-invitation";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { listBodyMeetings } from "@/lib/features/meetings/queries/list-body-meetings";
import { addMember } from "@/lib/features/members/commands/add-member";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { getMinutesPaper } from "@/lib/features/tasks/queries/get-minutes-paper";
import { memberInput } from "../../support/member-input";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { brokenParts, wordText } from "../../support/word";
import { given } from "../tasks/task";
import { type Body, bodyOf, bodyRoll, openedOf, writtenOf } from "./body-meeting";
import { noNext } from "./branch-meeting";

let register: TestRegister;
let executive: Body;
let member: string;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  executive = bodyOf(register, "COMMITTEE");
  const { system, termId, otherBranchId } = register;
  member = (await addMember(system, memberInput("Cà Văn Ủy", otherBranchId))).id;
  const seat = { termId, memberId: member, startsOn: day("2020-06-01"), lastDay: null, decisionNumber: null };
  await giveCommitteeSeat(system, { ...seat, kind: "MEMBER" });
});

describe("the minutes of a body as a document", () => {
  it("are of the body, with the sign of the committee and nothing of a branch, for who reads the meeting", async () => {
    const { office, inCharge, secretary } = register.actors;
    const id = await writtenOf(office, executive, day("2022-03-10"));
    await expect(getMinutesPaper(office, id)).rejects.toMatchObject({ reason: "meetings.errors.paperOfDraft" });
    await sendMinutes(office, {
      id,
      version: 3,
      nextOn: day("2022-06-10"),
      nextTime: "08:00",
      nextPlace: "Hội trường",
    });
    for (const reader of [office, inCharge]) {
      const { bytes } = await getMinutesPaper(reader, id);
      expect(brokenParts(bytes)).toEqual([]);
      const text = wordText(bytes);
      expect(text).toContain("01-BB/ĐU");
      expect(text).toContain("hội nghị thường kỳ Ban Chấp hành Đảng bộ");
      expect(text).toContain("Hội nghị tới: 08:00");
      expect(text.toLowerCase()).not.toContain("chi bộ");
    }
    await expect(getMinutesPaper(secretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("have the tasks that the body gave until they were closed, with their branches, for who reads those of all", async () => {
    const { office, leader, inCharge } = register.actors;
    const id = await writtenOf(office, executive, day("2022-03-01"));
    const { branchId, otherBranchId } = register;
    await given(leader, otherBranchId, { meetingId: id, memberId: member, title: "Việc của một người" });
    await given(office, branchId, { meetingId: id, title: "Việc của cả chi bộ" });
    await sendMinutes(office, { id, version: 3, ...noNext });
    const later = await given(office, branchId, { meetingId: id, title: "Việc ghi thêm sau" });
    await ownerRows(`UPDATE "TaskStep" SET "recordedAt" = "recordedAt" + interval '1 day' WHERE "taskId" = $1`, [
      later,
    ]);
    const paperOf = async (reader: Actor) => wordText((await getMinutesPaper(reader, id)).bytes);
    for (const reader of [office, leader]) {
      const text = await paperOf(reader);
      expect(text).toContain("Nhiệm vụ giao tại hội nghị");
      expect(text).toContain("Việc của một người (Cà Văn Ủy, Chi bộ bản Thử Hai, hạn 30/04/2022)");
      expect(text).toContain("Việc của cả chi bộ (Chi bộ bản Thử Một, hạn 30/04/2022)");
      expect(text).not.toContain("Việc ghi thêm sau");
    }
    expect(await paperOf(inCharge)).not.toContain("Nhiệm vụ giao tại hội nghị");
  });
});

describe("the invitation to a meeting of a body", () => {
  it("names its members, nobody in charge of a branch, and no notice that HD 42 asks of branches", async () => {
    const { office, leader, inCharge, secretary } = register.actors;
    const id = await openedOf(office, executive, addDays(office.today, 5));
    const meeting = await getMeeting(office, id);
    expect(await findInvitation(office, meeting)).toEqual({
      ...{ members: ["Đinh Văn Quân", "Cà Văn Ủy"], exempt: [], inCharge: [], notice: null },
    });
    const invitation = { id, version: 1, startTime: "08:00", enclosures: "Dự thảo nghị quyết" };
    await expect(inviteToMeeting(leader, invitation)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(inviteToMeeting(secretary, invitation)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await inviteToMeeting(office, invitation);
    const seen = await getMeeting(inCharge, id);
    expect(seen).toMatchObject({ invitedOn: office.today, enclosures: "Dự thảo nghị quyết", can: { invite: false } });
    expect((await findInvitation(leader, await getMeeting(leader, id)))?.members).toHaveLength(2);
  });
});

describe("the figures of a year", () => {
  const called = async (by: Actor, heldOn: Day, absent: Parameters<typeof bodyRoll>[2]) => {
    const id = await openedOf(by, executive, heldOn);
    await takeAttendance(by, { id, version: 1, guests: null, entries: await bodyRoll(executive, heldOn, absent) });
    return id;
  };

  it("say how often a body met, how often its roll was not called, and who missed which meeting", async () => {
    const { office } = register.actors;
    await called(office, day("2021-01-10"), {});
    const missed = await called(office, day("2021-02-10"), { [member]: "ABSENT_UNEXCUSED" });
    await openedOf(office, executive, day("2021-03-10"));
    const { bodies } = await listBodyMeetings(office, { year: 2021 });
    const of = bodies.find(({ body }) => body === "COMMITTEE");
    expect(of).toMatchObject({ held: 3, uncalled: 1 });
    expect(of?.attendance).toEqual([
      { memberId: register.members.inCharge, name: "Đinh Văn Quân", called: 2, present: 2, missed: [] },
      {
        ...{ memberId: member, name: "Cà Văn Ủy", called: 2, present: 1 },
        missed: [{ id: missed, heldOn: "2021-02-10", presence: "ABSENT_UNEXCUSED" }],
      },
    ]);
  });

  it("leave the next meeting open where it was not said", async () => {
    const { office } = register.actors;
    const id = await writtenOf(office, executive, day("2021-04-10"));
    await sendMinutes(office, { id, version: 3, ...noNext });
    expect((await getMeeting(office, id)).next).toBeNull();
  });
});
