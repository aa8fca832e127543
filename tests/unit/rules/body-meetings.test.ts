import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { CommitteeOfficeKind } from "@/lib/core/db/generated/enums";
import type { MemberThatDay } from "@/lib/features/meetings/rules";
import {
  bodiesOfSeat,
  bodyAttendance,
  bodyMeetingObstacle,
  meetingBodies,
  monthOfDay,
  votesNeeded,
} from "@/lib/features/meetings/rules/bodies";
import { minutesSign } from "@/lib/features/meetings/rules/number";
import { seatsOf } from "@/lib/features/votes/rules";

function member(memberId: string, changes: Partial<MemberThatDay> = {}): MemberThatDay {
  return { memberId, name: memberId, stage: "OFFICIAL", activity: "ACTIVE", isAwayTemporarily: false, ...changes };
}

const input = { heldOn: day("2022-03-10"), chairId: "chair", writerId: "clerk" };
const facts = {
  other: null,
  members: [member("chair"), member("barred", { activity: "SUSPENDED" })],
  writers: [{ id: "clerk" }, { id: "chair" }],
};

describe("the bodies of the committee", () => {
  it("are held by the secretary, deputies and standing members, the larger one also by the other members", () => {
    expect(Object.fromEntries(Object.values(CommitteeOfficeKind).map((kind) => [kind, bodiesOfSeat(kind)]))).toEqual({
      SECRETARY: ["COMMITTEE", "STANDING_COMMITTEE"],
      DEPUTY: ["COMMITTEE", "STANDING_COMMITTEE"],
      STANDING_MEMBER: ["COMMITTEE", "STANDING_COMMITTEE"],
      MEMBER: ["COMMITTEE"],
      INSPECTION_HEAD: [],
      INSPECTION_DEPUTY: [],
      INSPECTION_MEMBER: [],
    });
  });

  it("agree with their seats, whichever way they are asked", () => {
    for (const body of meetingBodies) {
      const seats = Object.values(CommitteeOfficeKind).filter((kind) => bodiesOfSeat(kind).includes(body));
      expect(seats.toSorted()).toEqual([...seatsOf[body]].toSorted());
    }
  });
});

describe("a meeting of a body", () => {
  it("is possible where nothing stands against it, with a writer who need not sit in the body", () => {
    expect(bodyMeetingObstacle(input, facts)).toBeNull();
  });

  it.each([
    ["nobodyInBody", "heldOn", input, { ...facts, members: [member("barred", { activity: "SUSPENDED" })] }],
    ["bodyMeetsThatDay", "heldOn", input, { ...facts, other: { id: "other" } }],
    ["notInBody", "chairId", { ...input, chairId: "clerk" }, facts],
    ["notInBody", "chairId", { ...input, chairId: "barred" }, facts],
    ["notOnHeadcount", "writerId", { ...input, writerId: "stranger" }, facts],
  ])("is refused: %s, beside %s", (reason, field, typed, found) => {
    expect(bodyMeetingObstacle(typed, found)).toEqual({
      ...{ reason: `meetings.errors.${reason}`, field },
      params: { on: "10/03/2022" },
    });
  });

  it("counts for the month of its day, whatever the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const heldOn = addDays(day("2000-01-01"), days);
        expect(monthOfDay(heldOn)).toBe(`${heldOn.slice(0, 7)}-01`);
      }),
    );
  });

  it("has minutes with the sign of the committee, not of a branch", () => {
    expect(minutesSign(null, "STANDING_COMMITTEE")).toBe("……-BB/ĐU");
    expect(minutesSign(4, "COMMITTEE")).toBe("04-BB/ĐU");
    expect(minutesSign(3)).toBe("03-BB/CB");
  });
});

describe("what a body resolves", () => {
  it("has more than half of all members for it, and one vote less does not do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (members) => {
        const needed = votesNeeded(members);
        expect([needed * 2 > members, (needed - 1) * 2 > members]).toEqual([true, false]);
      }),
    );
  });
});

describe("who came to the meetings of a body", () => {
  const presence = fc.constantFrom("PRESENT" as const, "ABSENT_EXCUSED" as const, "ABSENT_UNEXCUSED" as const);
  const roll = fc.uniqueArray(
    fc.record({ memberId: fc.constantFrom("a", "b", "c", "d"), name: fc.string(), presence }),
    {
      selector: ({ memberId }) => memberId,
    },
  );

  it("is each line of each roll, present or missed, once", () => {
    fc.assert(
      fc.property(fc.array(roll, { maxLength: 8 }), (rolls) => {
        const meetings = rolls.map((lines, place) => ({
          ...{ id: String(place), heldOn: addDays(day("2022-01-01"), place), roll: lines },
        }));
        const people = bodyAttendance(meetings);
        const sum = (of: (one: (typeof people)[number]) => number) => people.reduce((all, one) => all + of(one), 0);
        expect(sum(({ called }) => called)).toBe(rolls.flat().length);
        expect(sum(({ present, missed }) => present + missed.length)).toBe(rolls.flat().length);
        expect(sum(({ missed }) => missed.length)).toBe(
          rolls.flat().filter((line) => line.presence !== "PRESENT").length,
        );
        expect(new Set(people.map(({ memberId }) => memberId)).size).toBe(people.length);
      }),
    );
  });
});
