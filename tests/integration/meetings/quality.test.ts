import { beforeAll, describe, expect, it } from "vitest";
import { addMonths, day } from "@/lib/core/day";
import { gradeMeeting } from "@/lib/features/meetings/commands/grade-meeting";
import { scoreMeeting } from "@/lib/features/meetings/commands/score-meeting";
import { findMeetingScore } from "@/lib/features/meetings/queries/find-meeting-score";
import { getBranchMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { listGrades } from "@/lib/features/meetings/queries/list-grades";
import { gradeStandings } from "@/lib/features/meetings/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, fullPoints, opened, type Place, scored, secondBranch, sent, written } from "./branch-meeting";

let register: TestRegister;
let first: Place;
let second: Place;
let months = 0;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  [first, second] = [firstBranch(register), secondBranch(register)];
});

const nextMonth = () => addMonths(day("2020-08-01"), months++);
const scoreOf = (id: string, version?: number) => ({ id, version, weaknesses: "Ít ý kiến phát biểu", ...fullPoints });
const stored = (id: string) =>
  ownerRows(`SELECT total, "proposedGrade", "decidedGrade", version FROM "MeetingScore" WHERE "meetingId" = $1`, [id]);

describe("a meeting is scored", () => {
  it("by the branch, under the form of its day, with the grade that follows, and again until it is decided", async () => {
    const { secretary } = register.actors;
    const id = await written(secretary, first, nextMonth());
    await scoreMeeting(secretary, { ...scoreOf(id), RESULTS: 20 });
    expect(await stored(id)).toEqual([{ total: 90, proposedGrade: "MEETING_GOOD", decidedGrade: null, version: 1 }]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "meeting.scored" });
    await scoreMeeting(secretary, { ...scoreOf(id, 1), RESULTS: 19 });
    expect(await stored(id)).toEqual([{ total: 89, proposedGrade: "MEETING_FAIR", decidedGrade: null, version: 2 }]);
    const { score, form, can } = await findMeetingScore(secretary, await getBranchMeeting(secretary, id));
    expect(score?.points.RESULTS).toBe(19);
    expect(form).toMatchObject({ document: "HD 12-HD/BTCTW", isConfirmed: false });
    expect(can).toEqual({ score: true, grade: false });
  });

  it("by nobody else, not before it was held, and never with more points than a part is worth", async () => {
    const { secretary, otherSecretary, inCharge, leader } = register.actors;
    const id = await written(secretary, first, nextMonth());
    await expect(scoreMeeting(otherSecretary, scoreOf(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(scoreMeeting(inCharge, scoreOf(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(scoreMeeting(leader, scoreOf(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(scoreMeeting(secretary, { ...scoreOf(id), TIME: 6 })).rejects.toMatchObject({
      reason: "meetings.errors.pointsOver",
      field: "TIME",
    });
    const without = await opened(secretary, first, nextMonth());
    await expect(scoreMeeting(secretary, scoreOf(without))).rejects.toMatchObject({
      reason: "meetings.errors.scoreBeforeRoll",
    });
    expect([await stored(id), await stored(without)]).toEqual([[], []]);
  });

  it("once, when two send it at the same time", async () => {
    const { secretary, office } = register.actors;
    const id = await written(secretary, first, nextMonth());
    const both = await Promise.allSettled([scoreMeeting(secretary, scoreOf(id)), scoreMeeting(office, scoreOf(id))]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stored(id)).toHaveLength(1);
  });
});

describe("the grade of a meeting", () => {
  it("is decided by a leader, as proposed without a reason and otherwise with one", async () => {
    const { secretary, leader } = register.actors;
    const id = await scored(secretary, first, nextMonth());
    const input = { id, version: 1, grade: "MEETING_FAIR" as const, reason: null };
    await expect(gradeMeeting(leader, input)).rejects.toMatchObject({ field: "reason" });
    await gradeMeeting(leader, { ...input, grade: "MEETING_GOOD" });
    expect(await stored(id)).toMatchObject([{ decidedGrade: "MEETING_GOOD", version: 2 }]);
    await expect(scoreMeeting(secretary, scoreOf(id, 2))).rejects.toMatchObject({
      reason: "meetings.errors.gradeDecided",
    });
    const again = { ...input, version: 2 };
    await expect(gradeMeeting(leader, again)).rejects.toMatchObject({ field: "reason" });
    await gradeMeeting(leader, { ...again, reason: "Thời lượng ngắn hơn biên bản" });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "meeting.graded" });
    expect(
      await ownerRows(`SELECT "decidedReason" AS reason FROM "MeetingScore" WHERE "meetingId" = $1`, [id]),
    ).toEqual([{ reason: "Thời lượng ngắn hơn biên bản" }]);
    expect(await stored(id)).toMatchObject([{ proposedGrade: "MEETING_GOOD", decidedGrade: "MEETING_FAIR" }]);
  });

  it("is not decided by others, by an older version, or before the minutes were sent and scored", async () => {
    const { secretary, otherSecretary, office, leader } = register.actors;
    const id = await scored(secretary, first, nextMonth());
    const input = { id, version: 1, grade: "MEETING_GOOD" as const, reason: null };
    await expect(gradeMeeting(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const other of [secretary, office])
      await expect(gradeMeeting(other, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(gradeMeeting(leader, { ...input, version: 7 })).rejects.toMatchObject({ code: "CONFLICT" });
    const unscored = await sent(secretary, first, nextMonth());
    await expect(gradeMeeting(leader, { ...input, id: unscored })).rejects.toMatchObject({
      reason: "meetings.errors.notScored",
    });
    const draft = await written(secretary, first, nextMonth());
    await scoreMeeting(secretary, scoreOf(draft));
    await expect(gradeMeeting(leader, { ...input, id: draft })).rejects.toMatchObject({
      reason: "meetings.errors.gradeBeforeSent",
    });
    expect(await stored(id)).toMatchObject([{ decidedGrade: null }]);
  });

  it("is counted with the meetings of its year, every number with its list, each reader's own", async () => {
    const { secretary, otherSecretary, leader } = register.actors;
    const decided = await scored(otherSecretary, second, day("2019-01-01"));
    await gradeMeeting(leader, { id: decided, version: 1, grade: "MEETING_GOOD", reason: null });
    await scored(otherSecretary, second, day("2019-02-01"));
    await sent(secretary, first, day("2019-02-01"));
    await written(secretary, first, day("2019-03-01"));
    const all = { year: 2019, show: null };
    for (const [reader, expected] of [
      [leader, { MEETING_GOOD: 1, WAITING: 1, UNSCORED: 1 }],
      [otherSecretary, { MEETING_GOOD: 1, WAITING: 1, UNSCORED: 0 }],
      [secretary, { MEETING_GOOD: 0, WAITING: 0, UNSCORED: 1 }],
    ] as const) {
      const found = await listGrades(reader, all);
      expect(found.counts).toMatchObject(expected);
      for (const show of gradeStandings) {
        const { lines } = await listGrades(reader, { ...all, show });
        expect([show, lines.length]).toEqual([show, found.counts[show]]);
      }
    }
    await expect(listGrades(register.actors.ordinary, all)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
