import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import { CaseStep } from "@/lib/core/db/generated/enums";
import {
  casePlan,
  diaryObstacle,
  extensionObstacle,
  markStepObstacle,
  mostExtension,
  nextStep,
  type StepTaken,
  stepStandings,
  takeBackObstacle,
} from "@/lib/features/inspections/rules/steps";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import { inspectionParameters } from "@/lib/features/rule-sets/schema";

const rulesOn = (on: string) => inspectionParameters.parse(catalogueEntryOn("INSPECTION", day(on))?.parameters);
const inspection = casePlan("INSPECTION", rulesOn("2026-06-01"));
const supervision = casePlan("SUPERVISION", rulesOn("2026-06-01"));
const startsOn = day("2026-06-01");
const today = day("2026-06-10");
const taken = (step: CaseStep, on: string): StepTaken => ({ step, doneOn: day(on) });

describe("the rules of a case", () => {
  test.each(["2021-07-28", "2022-03-06", "2025-05-29", "2025-05-30", "2026-04-11", "2026-11-27"])(
    "of a case that began on %s give a supervision thirty days and one third more",
    (on) => {
      const plan = casePlan("SUPERVISION", rulesOn(on));
      expect([plan.days, mostExtension(plan)]).toEqual([30, 10]);
    },
  );

  test("there are none before the first document", () => {
    expect(catalogueEntryOn("INSPECTION", day("2021-07-27"))).toBeNull();
  });

  test("say of every value that it is not confirmed; of the thirty days and the third one source is known", () => {
    const { supervisionDays, extensionDivisor, ...rest } = rulesOn("2026-06-01");
    expect([supervisionDays, extensionDivisor].map((one) => one.certainty)).toEqual(["SINGLE_SOURCE", "SINGLE_SOURCE"]);
    expect(new Set(Object.values(rest).map((one) => one.certainty))).toEqual(new Set(["UNCONFIRMED"]));
    const before = Object.values(rulesOn("2025-05-29")).map((one) => one.certainty);
    expect(new Set(before)).toEqual(new Set(["UNCONFIRMED"]));
  });

  test("have verification in an inspection and not in a supervision, in the order of the steps", () => {
    expect(inspection.steps.map(({ step }) => step)).toEqual(Object.values(CaseStep));
    expect(supervision.steps.map(({ step }) => step)).toEqual(
      Object.values(CaseStep).filter((step) => step !== "VERIFYING"),
    );
  });
});

describe("when steps are due", () => {
  const due = (course: Partial<Parameters<typeof stepStandings>[1]> = {}, on = today) =>
    stepStandings(supervision, { startsOn, extension: null, taken: [], ...course }, on);

  test("the first on the day of the start, the last thirty days later, each counted in days late", () => {
    expect(due().map(({ dueOn, lateDays }) => [dueOn, lateDays])).toEqual([
      ["2026-06-01", 9],
      ["2026-06-04", 6],
      ["2026-06-19", 0],
      ["2026-06-25", 0],
      ["2026-06-28", 0],
      ["2026-07-01", 0],
    ]);
    expect(due().map(({ phase }) => phase)).toEqual([
      "PREPARE",
      "CARRY_OUT",
      "CARRY_OUT",
      "FINISH",
      "FINISH",
      "FINISH",
    ]);
  });

  test("a step is late from the day after, done or not", () => {
    const lateOn = (on: string) => due({}, day(on)).at(-1)?.lateDays;
    expect([lateOn("2026-07-01"), lateOn("2026-07-02"), lateOn("2026-07-04")]).toEqual([0, 1, 3]);
    const done = due({ taken: [taken("DECISION_AND_PLAN", "2026-06-03")] }, day("2026-12-31"))[0];
    expect(done).toMatchObject({ doneOn: "2026-06-03", lateDays: 2 });
  });

  test("an extension moves what was not done before it was granted", () => {
    const extension = { days: 10, grantedOn: day("2026-06-20") };
    const moved = due({
      extension,
      taken: [taken("DECISION_AND_PLAN", "2026-06-01"), taken("ANNOUNCING", "2026-06-20")],
    }).map(({ dueOn }) => dueOn);
    expect(moved).toEqual(["2026-06-01", "2026-06-14", "2026-06-29", "2026-07-05", "2026-07-08", "2026-07-11"]);
  });

  test("whatever the days: no step is due before the start, after the end, or before the step ahead of it", () => {
    const plans = fc.constantFrom(inspection, supervision);
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 1200 }), fc.integer({ min: -50, max: 500 }), (plan, days, since) => {
        const on = addDays(startsOn, since);
        const lines = stepStandings({ ...plan, days }, { startsOn, extension: null, taken: [] }, on);
        const dues = lines.map(({ dueOn }) => dueOn);
        expect(dues).toEqual(dues.toSorted());
        expect([dues[0], dues.at(-1)]).toEqual([startsOn, addDays(startsOn, days)]);
        expect(lines.every(({ lateDays, dueOn }) => lateDays > 0 === on > dueOn)).toBe(true);
        expect(nextStep(lines)).toBe(plan.steps[0]?.step);
      }),
    );
  });

  test("nothing comes next once every step is taken", () => {
    const all = supervision.steps.map(({ step }) => taken(step, "2026-06-05"));
    expect(nextStep(due({ taken: all }))).toBeNull();
    expect(nextStep(due({ taken: all.slice(0, 2) }))).toBe("WORKING");
  });
});

describe("marking a step", () => {
  const first = [taken("DECISION_AND_PLAN", "2026-06-01"), taken("ANNOUNCING", "2026-06-03")];
  const facts = { state: "IN_PROGRESS" as const, decidedOn: day("2026-05-28"), plan: supervision, taken: first };
  const key = (name: string) => `inspectionProgress.errors.${name}`;

  test.each([
    ["WORKING", "2026-06-03", {}, null],
    ["WORKING", "2026-06-10", {}, null],
    ["WORKING", "2026-06-11", {}, key("stepInFuture")],
    ["WORKING", "2026-06-02", {}, key("stepOutOfOrder")],
    ["REPORTING", "2026-06-10", {}, key("stepSkipped")],
    ["VERIFYING", "2026-06-10", {}, key("noSuchStep")],
    ["WORKING", "2026-06-10", { plan: null }, key("noSuchStep")],
    ["DECISION_AND_PLAN", "2026-05-28", {}, null],
    ["DECISION_AND_PLAN", "2026-05-27", {}, key("stepBeforeDecision")],
    ["DECISION_AND_PLAN", "2026-06-03", {}, null],
    ["DECISION_AND_PLAN", "2026-06-04", {}, key("stepOutOfOrder")],
    ["WORKING", "2026-06-10", { state: "CONCLUDED" }, null],
    ["ANNOUNCING", "2026-06-03", { state: "CONCLUDED" }, key("stepFinal")],
  ] as const)("%s on %s with %j: %s", (step, on, changes, expected) => {
    const obstacle = markStepObstacle({ ...facts, ...changes }, { step, doneOn: day(on) }, today);
    expect(obstacle?.reason ?? null).toBe(expected);
  });

  test.each([
    ["ANNOUNCING", "IN_PROGRESS", null],
    ["DECISION_AND_PLAN", "IN_PROGRESS", key("stepFollowed")],
    ["ANNOUNCING", "CONCLUDED", key("stepFinal")],
  ] as const)("taking back %s of a case %s: %s", (step, state, expected) => {
    expect(takeBackObstacle({ ...facts, state }, step)?.reason ?? null).toBe(expected);
  });

  test("however steps are marked, the days of what is taken stay in the order of the steps", () => {
    const marks = fc.array(
      fc.record({ step: fc.constantFrom(...Object.values(CaseStep)), after: fc.integer({ min: -5, max: 12 }) }),
    );
    fc.assert(
      fc.property(marks, (all) => {
        let done: StepTaken[] = [];
        for (const { step, after } of all) {
          const on = { step, doneOn: addDays(startsOn, after) };
          const obstacle = markStepObstacle({ ...facts, plan: inspection, taken: done }, on, today);
          if (obstacle === null) done = [...done.filter((one) => one.step !== step), on];
        }
        const order = inspection.steps.flatMap(({ step }) => done.find((one) => one.step === step) ?? []);
        const days: Day[] = order.map(({ doneOn }) => doneOn);
        expect(days).toEqual(days.toSorted());
        expect(order.map(({ step }) => step)).toEqual(inspection.steps.slice(0, done.length).map(({ step }) => step));
      }),
    );
  });
});

describe("extending a case and writing its diary", () => {
  const facts = { state: "IN_PROGRESS" as const, startsOn, plan: supervision, extension: null };
  const earlier = { days: 3, grantedOn: startsOn };
  test.each([
    [1, "2026-06-01", {}, null],
    [10, "2026-06-10", {}, null],
    [11, "2026-06-10", {}, "inspectionProgress.errors.extensionTooLong"],
    [0, "2026-06-10", {}, "inspectionProgress.errors.extensionTooLong"],
    [5, "2026-06-11", {}, "inspectionProgress.errors.extensionInFuture"],
    [5, "2026-05-31", {}, "inspectionProgress.errors.extensionBeforeStart"],
    [5, "2026-06-10", { extension: earlier }, "inspectionProgress.errors.extendedOnce"],
    [5, "2026-06-10", { plan: null }, "inspectionProgress.errors.noStepRules"],
    [5, "2026-06-10", { state: "CONCLUDED" }, "inspections.errors.alreadyConcluded"],
    [1, "2026-06-10", { plan: { ...supervision, extensionDivisor: 0 } }, "inspectionProgress.errors.extensionTooLong"],
  ] as const)("%i days on %s with %j: %s", (days, on, changes, expected) => {
    const obstacle = extensionObstacle({ ...facts, ...changes }, { days, grantedOn: day(on) }, today);
    expect(obstacle?.reason ?? null).toBe(expected);
  });

  test.each([
    ["IN_PROGRESS", "2026-06-10", null],
    ["IN_PROGRESS", "2026-06-11", "inspectionProgress.errors.diaryInFuture"],
    ["CONCLUDED", "2026-06-10", "inspections.errors.alreadyConcluded"],
  ] as const)("the diary of a case %s, of %s: %s", (state, on, expected) => {
    expect(diaryObstacle(state, day(on), today)?.reason ?? null).toBe(expected);
  });
});
