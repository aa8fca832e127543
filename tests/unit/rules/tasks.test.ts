import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, day } from "@/lib/core/day";
import { TaskState, TaskStepKind } from "@/lib/core/db/generated/enums";
import { judgeObstacle } from "@/lib/features/tasks/rules/judgement";
import {
  daysOverdue,
  deadlineObstacle,
  givingObstacle,
  isCarriedTo,
  kindObstacle,
  lastStepOn,
  monthOfAge,
  needsSecondHand,
  sourceOf,
  standingOn,
  stateAfter,
  stepDayObstacle,
} from "@/lib/features/tasks/rules/task";

const given = day("2022-03-05");
const deadlineOn = day("2022-04-30");
const days = fc.integer({ min: 0, max: 900 }).map((count) => addDays(day("2022-01-01"), count));

describe("where a task stands", () => {
  it.each([
    ["IN_HAND", null, "2022-04-30", "IN_HAND"],
    ["IN_HAND", null, "2022-05-01", "OVERDUE"],
    ["REPORTED", "2022-04-20", "2022-06-01", "REPORTED"],
    ["DONE", "2022-04-30", "2022-06-01", "DONE_IN_TIME"],
    ["DONE", "2022-05-01", "2022-06-01", "DONE_LATE"],
    ["CALLED_OFF", null, "2022-06-01", "CALLED_OFF"],
  ] as const)("%s, done on %s, is on %s %s", (state, doneOn, on, standing) => {
    expect(standingOn({ state, deadlineOn, doneOn: doneOn && day(doneOn) }, day(on))).toBe(standing);
  });

  it("counts the days overdue of what nobody has done, and of nothing else", () => {
    const late = day("2022-05-03");
    expect(daysOverdue({ state: "IN_HAND", deadlineOn, doneOn: null }, late)).toBe(3);
    expect(daysOverdue({ state: "REPORTED", deadlineOn, doneOn: late }, late)).toBe(0);
    expect(daysOverdue({ state: "IN_HAND", deadlineOn, doneOn: null }, deadlineOn)).toBe(0);
  });

  it("names what it comes from by the record that it has", () => {
    const ids = { meetingId: null, difficultyId: null, inspectionId: null, documentId: null };
    const none = { giver: "BRANCH" as const, ...ids };
    expect(
      [
        none,
        { ...none, meetingId: "m" },
        { ...none, giver: "COMMITTEE" as const, meetingId: "m" },
        { ...none, difficultyId: "d" },
        { ...none, inspectionId: "i" },
        { ...none, documentId: "d" },
      ].map(sourceOf),
    ).toEqual(["NONE", "MEETING", "BODY_MEETING", "DIFFICULTY", "INSPECTION", "DOCUMENT"]);
  });
});

describe("giving a task", () => {
  const facts = {
    branch: { name: "Chi bộ", startsOn: day("2020-01-01"), endsOn: day("2023-01-01") },
    doer: "BRANCH",
    source: null,
    today: day("2022-06-01"),
  } as const;
  const asked = { givenOn: given, deadlineOn };

  it.each([
    ["nothing", asked, {}, null],
    ["a day to come", { ...asked, givenOn: day("2022-06-02") }, {}, "inFuture"],
    ["a branch that is not there yet", { ...asked, givenOn: day("2019-12-31") }, {}, "branchNotInForce"],
    ["a source of a later day", asked, { source: { on: day("2022-03-06") } }, "beforeSource"],
    ["somebody who is no member that day", asked, { doer: "NO_MEMBER_THAT_DAY" }, "notThatDay"],
    ["a deadline before it", { ...asked, deadlineOn: day("2022-03-04") }, {}, "deadlinePast"],
  ] as const)("%s stands in the way", (_, input, changes, reason) => {
    const obstacle = givingObstacle(input, { ...facts, ...changes });
    expect(obstacle?.reason ?? null).toBe(reason && `tasks.errors.${reason}`);
  });

  it("takes no deadline that it has already", () => {
    expect(deadlineObstacle(deadlineOn, given, deadlineOn)?.reason).toBe("tasks.errors.sameDeadline");
    expect(deadlineObstacle(addDays(deadlineOn, 1), given, deadlineOn)).toBeNull();
  });
});

describe("the steps of a task", () => {
  it("follow only what they may follow", () => {
    const open = Object.values(TaskStepKind).filter((kind) => kind !== "GIVEN");
    const following = (state: TaskState) => open.filter((kind) => kindObstacle(state, kind) === null);
    expect(following("IN_HAND")).toEqual(["REPORTED_DONE", "REPORTED_NOT_DONE", "DEADLINE_MOVED", "CALLED_OFF"]);
    expect(following("REPORTED")).toEqual(["ACCEPTED", "RETURNED", "CALLED_OFF"]);
    expect(kindObstacle("REPORTED", "DEADLINE_MOVED")?.reason).toBe("tasks.errors.reportedBefore");
    expect([...following("DONE"), ...following("CALLED_OFF")]).toEqual([]);
  });

  it("need a second hand for the committee's tasks, and for one's own outside of a meeting", () => {
    const self = { memberId: "doer" };
    const other = { memberId: "other" };
    const task = (giver: "COMMITTEE" | "BRANCH", memberId: string | null) => ({ giver, memberId });
    expect([self, other, "MEETING" as const].map((by) => needsSecondHand(task("COMMITTEE", "doer"), by))).toEqual([
      true,
      true,
      true,
    ]);
    expect([self, other, "MEETING" as const].map((by) => needsSecondHand(task("BRANCH", "doer"), by))).toEqual([
      true,
      false,
      false,
    ]);
    expect(needsSecondHand(task("BRANCH", null), { memberId: null })).toBe(false);
  });

  it("lead to a state for every kind, and only two of them close the task", () => {
    for (const state of Object.values(TaskState)) {
      expect(stateAfter(state, "DEADLINE_MOVED", "DUE")).toBe(state);
      expect(stateAfter(state, "REPORTED_DONE", "DUE")).toBe("REPORTED");
      expect(stateAfter(state, "REPORTED_DONE", "NOT_DUE")).toBe("DONE");
      expect(stateAfter(state, "REPORTED_NOT_DONE", "DUE")).toBe("IN_HAND");
      expect(stateAfter(state, "RETURNED", "DUE")).toBe("IN_HAND");
      expect(stateAfter(state, "ACCEPTED", "DUE")).toBe("DONE");
      expect(stateAfter(state, "CALLED_OFF", "DUE")).toBe("CALLED_OFF");
    }
  });

  it("follow the last one by its day, and only another deadline the day on which the deadline was moved", () => {
    const steps = [
      { kind: "REPORTED_NOT_DONE" as const, takenOn: addDays(given, 2) },
      { kind: "DEADLINE_MOVED" as const, takenOn: addDays(given, 4) },
    ];
    expect(lastStepOn({ givenOn: given, steps: [] }, "REPORTED_DONE")).toBe(given);
    expect(lastStepOn({ givenOn: given, steps }, "REPORTED_DONE")).toBe(addDays(given, 2));
    expect(lastStepOn({ givenOn: given, steps }, "DEADLINE_MOVED")).toBe(addDays(given, 4));
  });

  it("are of a day between the last one and today", () => {
    expect(stepDayObstacle(given, given, given)).toBeNull();
    expect(stepDayObstacle(addDays(given, -1), given, given)?.reason).toBe("tasks.errors.stepBefore");
    expect(stepDayObstacle(addDays(given, 1), given, given)?.reason).toBe("tasks.errors.stepAhead");
  });
});

describe("carrying over", () => {
  it("counts the month it was given in as the first, whatever the days", () => {
    expect(monthOfAge(day("2022-01-31"), day("2022-03-01"))).toBe(3);
    expect(monthOfAge(day("2021-12-31"), day("2022-01-01"))).toBe(2);
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), (on, months) => {
        const monthOn = addMonths(day(`${on.slice(0, 7)}-01`), months);
        expect(monthOfAge(on, monthOn)).toBe(months + 1);
      }),
    );
  });

  it("holds from the day after it was given to the day it was closed", () => {
    fc.assert(
      fc.property(days, days, fc.option(days), (givenOn, heldOn, closedOn) => {
        const isThere = isCarriedTo({ givenOn, closedOn }, heldOn);
        expect(isThere).toBe(heldOn > givenOn && !(closedOn !== null && closedOn < heldOn));
      }),
    );
  });

  it.each([
    ["nothing", {}, {}, null],
    ["another kind of meeting", {}, { kind: "TOPICAL" }, "notMonthly"],
    ["a meeting to come", {}, { heldOn: day("2022-06-02") }, "meetingAhead"],
    ["an earlier judgement", { isJudged: true }, {}, "judgedBefore"],
    ["a task given on the day", { givenOn: day("2022-05-04") }, {}, "notCarried"],
    ["a task closed before", { closedOn: day("2022-05-03") }, {}, "notCarried"],
    ["a task that waits to be accepted", { state: "REPORTED" }, {}, "reportedBefore"],
    ["a task closed on the day", { state: "DONE", closedOn: day("2022-05-04") }, {}, "closedBefore"],
    ["a later return", { steps: [{ kind: "RETURNED", takenOn: day("2022-05-05") }] }, {}, "saidSince"],
    ["no deadline moved later", { steps: [{ kind: "DEADLINE_MOVED", takenOn: day("2022-05-05") }] }, {}, null],
  ] as const)("%s stands in the way of judging", (_, task, meeting, reason) => {
    const facts = {
      id: "t",
      title: "Việc",
      givenOn: given,
      closedOn: null,
      state: "IN_HAND" as const,
      steps: [],
      isJudged: false,
      ...task,
    };
    const held = { kind: "MONTHLY" as const, heldOn: day("2022-05-04"), ...meeting };
    const obstacle = judgeObstacle(facts, held, day("2022-06-01"));
    expect(obstacle?.reason ?? null).toBe(reason && `tasks.errors.${reason}`);
  });
});
