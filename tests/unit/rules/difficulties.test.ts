import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import type { DifficultyState, DifficultyStepKind } from "@/lib/core/db/generated/enums";
import {
  daysOverdue,
  deadlineObstacle,
  kindObstacle,
  raiseObstacle,
  standingOn,
  stateAfter,
  stepDayObstacle,
} from "@/lib/features/visits/rules/difficulty";

const deadlineOn = day("2022-04-30");
const open = { state: "ACCEPTED" as const, deadlineOn, closedOn: null };
const states: DifficultyState[] = ["RAISED", "ACCEPTED", "BEING_SOLVED", "SOLVED", "DECLINED"];
const kinds: DifficultyStepKind[] = ["ACCEPTED", "PROGRESS", "DEADLINE_MOVED", "SOLVED", "DECLINED"];

describe("where a difficulty stands", () => {
  it("is in time on the day of the deadline, and overdue by one the day after", () => {
    expect([standingOn(open, deadlineOn), daysOverdue(open, deadlineOn)]).toEqual(["IN_HAND", 0]);
    const after = addDays(deadlineOn, 1);
    expect([standingOn(open, after), daysOverdue(open, after)]).toEqual(["OVERDUE", 1]);
  });

  it("once closed never changes with the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 4000 }), fc.integer({ min: -60, max: 60 }), (later, closed) => {
        const closedOn = addDays(deadlineOn, closed);
        const on = addDays(deadlineOn, later);
        expect(standingOn({ state: "SOLVED", deadlineOn, closedOn }, on)).toBe(
          closed > 0 ? "SOLVED_LATE" : "SOLVED_IN_TIME",
        );
        expect(standingOn({ state: "DECLINED", deadlineOn, closedOn }, on)).toBe("DECLINED");
        expect(daysOverdue({ state: "SOLVED", deadlineOn, closedOn }, on)).toBe(0);
        expect(daysOverdue(open, on)).toBe(Math.max(0, later));
      }),
    );
  });

  it("waits until somebody accepts it", () => {
    const raised = { state: "RAISED" as const, deadlineOn: null, closedOn: null };
    expect(standingOn(raised, day("2030-01-01"))).toBe("WAITING");
  });
});

describe("the steps of a difficulty", () => {
  it("follow each other: accepted once, then moved on, solved or answered, and nothing after that", () => {
    const allowed = states.map((state) => kinds.filter((kind) => kindObstacle(state, kind) === null));
    const afterwards = ["PROGRESS", "DEADLINE_MOVED", "SOLVED", "DECLINED"];
    expect(allowed).toEqual([["ACCEPTED", "DECLINED"], afterwards, afterwards, [], []]);
    expect(kinds.map((kind) => stateAfter("ACCEPTED", kind))).toEqual([
      ...["ACCEPTED", "BEING_SOLVED", "ACCEPTED", "SOLVED", "DECLINED"],
    ]);
    expect(stateAfter("BEING_SOLVED", "DEADLINE_MOVED")).toBe("BEING_SOLVED");
  });

  it("come in the order of their days, and never ahead of today", () => {
    const [last, today] = [day("2022-03-05"), day("2022-03-10")];
    expect([stepDayObstacle(last, last, today), stepDayObstacle(today, last, today)]).toEqual([null, null]);
    expect(stepDayObstacle(addDays(last, -1), last, today)?.reason).toBe("difficulties.errors.stepBefore");
    expect(stepDayObstacle(addDays(today, 1), last, today)?.reason).toBe("difficulties.errors.stepAhead");
  });

  it("set a deadline that is not over by then, and another one when it moves", () => {
    const setOn = day("2022-03-06");
    expect(deadlineObstacle(setOn, setOn, null)).toBeNull();
    expect(deadlineObstacle(day("2022-03-05"), setOn, null)?.reason).toBe("difficulties.errors.deadlinePast");
    expect(deadlineObstacle(deadlineOn, setOn, deadlineOn)?.reason).toBe("difficulties.errors.sameDeadline");
  });

  it("begin on a day of the branch that has come", () => {
    const branch = { name: "Chi bộ bản Thử", startsOn: day("2022-01-01"), endsOn: day("2023-01-01") };
    const today = day("2023-05-05");
    expect(raiseObstacle(day("2022-12-31"), branch, today)).toBeNull();
    expect(raiseObstacle(day("2023-01-01"), branch, today)?.reason).toBe("difficulties.errors.branchNotInForce");
    expect(raiseObstacle(day("2023-05-06"), branch, today)?.reason).toBe("difficulties.errors.inFuture");
  });
});
