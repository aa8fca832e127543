import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import type { TaskStepKind } from "@/lib/core/db/generated/enums";
import { type CarryingMeeting, carriedState, type KnownStep } from "@/lib/features/tasks/rules/carried";

const givenOn = day("2022-03-05");
const heldOn = day("2022-05-05");
const meeting: CarryingMeeting = { id: "may", kind: "MONTHLY", heldOn, sentOn: null };

function step(kind: TaskStepKind, takenOn: Day, changes: Partial<KnownStep> = {}): KnownStep {
  return { kind, takenOn, text: kind, deadlineOn: null, meetingId: null, recordedOn: takenOn, ...changes };
}

const giving = step("GIVEN", givenOn, { deadlineOn: day("2022-04-30") });
const before = addDays(heldOn, -5);
const after = addDays(heldOn, 5);
const carried = (steps: readonly KnownStep[], closedOn: Day | null = null, of: Partial<CarryingMeeting> = {}) =>
  carriedState({ givenOn, closedOn, steps: [giving, ...steps] }, { ...meeting, ...of });

describe("what had last been said of a task when the branch met", () => {
  it.each([
    ["nothing", [], null, null],
    ["why it is not done", [step("REPORTED_NOT_DONE", before)], null, "NOT_DONE"],
    ["that it is done, to be accepted", [step("REPORTED_DONE", before)], null, "WAITING"],
    ["the same, accepted afterwards", [step("REPORTED_DONE", before), step("ACCEPTED", after)], after, "WAITING"],
    ["that it was returned", [step("REPORTED_DONE", before), step("RETURNED", before)], null, "RETURNED"],
    ["nothing, and a deadline that was moved", [step("DEADLINE_MOVED", before, { deadlineOn: after })], null, null],
    ["only afterwards", [step("REPORTED_NOT_DONE", after)], null, null],
    ["that it is done, on the day, which closed it", [step("REPORTED_DONE", heldOn)], heldOn, "CLOSED"],
    ["that it is called off, on the day", [step("CALLED_OFF", heldOn)], heldOn, "CLOSED"],
  ] as const)("is %s", (_, steps, closedOn, as) => {
    expect(carried(steps, closedOn)?.last?.as ?? null).toBe(as);
  });
});

describe("the deadline of a task on a meeting", () => {
  const moves = [before, after].map((on) => step("DEADLINE_MOVED", on, { deadlineOn: addDays(on, 30) }));

  it("is the one that was in force on its day", () => {
    expect(carried([])?.deadlineOn).toBe("2022-04-30");
    expect(carried(moves)?.deadlineOn).toBe(addDays(before, 30));
  });
});

describe("a meeting", () => {
  const judged = step("REPORTED_DONE", heldOn, { meetingId: "may" });

  it.each([
    ["a later day", { heldOn: after }],
    ["a day before it was given", { heldOn: addDays(givenOn, -1) }],
    ["another kind", { kind: "TOPICAL" }],
  ] as const)("that is put right to be of %s keeps what it judged", (_, correction) => {
    expect(carried([judged], heldOn, correction)).toMatchObject({
      deadlineOn: "2022-04-30",
      judged: { kind: "REPORTED_DONE" },
    });
    expect(carried([{ ...judged, meetingId: "april" }], heldOn, { kind: "TOPICAL" })).toBeNull();
  });

  it("whose minutes have been sent knows nothing that was written down later, and everything else", () => {
    const days = fc.integer({ min: 0, max: 120 }).map((count) => addDays(givenOn, count));
    const kinds = fc.constantFrom("REPORTED_NOT_DONE" as const, "DEADLINE_MOVED" as const, "RETURNED" as const);
    const steps = fc
      .array(fc.tuple(kinds, days, days))
      .map((all) =>
        all
          .map(([kind, takenOn, recordedOn]) =>
            step(kind, takenOn, { recordedOn, deadlineOn: kind === "DEADLINE_MOVED" ? addDays(takenOn, 9) : null }),
          )
          .toSorted((a, b) => (a.recordedOn < b.recordedOn ? -1 : 1)),
      );
    fc.assert(
      fc.property(steps, days, fc.boolean(), (said, sentOn, isClosed) => {
        const closing = step("CALLED_OFF", addDays(givenOn, 1), { recordedOn: addDays(givenOn, 121) });
        const all = isClosed ? [...said, closing] : said;
        const known = all.filter((one) => one.recordedOn <= sentOn);
        expect(carried(all, isClosed ? closing.takenOn : null, { sentOn })).toEqual(carried(known));
      }),
    );
    expect(
      carriedState({ givenOn, closedOn: null, steps: [giving] }, { ...meeting, sentOn: addDays(givenOn, -1) }),
    ).toBeNull();
  });
});
