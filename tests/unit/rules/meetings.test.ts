import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import type { Presence } from "@/lib/core/db/generated/enums";
import {
  addendumObstacle,
  countRoll,
  dayFor,
  type MemberThatDay,
  meetingObstacle,
  monthState,
  monthsOf,
  nextMonth,
  penObstacle,
  rollObstacle,
  sendObstacle,
  signObstacle,
  standingOf,
  usualYear,
  votersPresent,
  votesObstacle,
} from "@/lib/features/meetings/rules";

const today = day("2022-06-15");
const branch = { name: "Chi bộ bản Thử", startsOn: day("2015-01-01"), endsOn: null };

function member(memberId: string, changes: Partial<MemberThatDay> = {}): MemberThatDay {
  return { memberId, name: memberId, stage: "OFFICIAL", activity: "ACTIVE", isAwayTemporarily: false, ...changes };
}

const members = [
  member("chair"),
  member("writer", { stage: "PROBATIONARY" }),
  member("old", { activity: "EXEMPT" }),
  member("away", { isAwayTemporarily: true }),
  member("barred", { activity: "SUSPENDED" }),
];
const input = {
  kind: "MONTHLY" as const,
  monthOn: day("2022-03-01"),
  heldOn: day("2022-03-05"),
  chairId: "chair",
  writerId: "writer",
};

describe("a meeting", () => {
  it("is possible where nothing stands against it", () => {
    expect(meetingObstacle(input, { branch, members, other: null })).toBeNull();
  });

  it("is one a month where it is a monthly one", () => {
    const facts = { branch, members, other: { heldOn: day("2022-03-03") } };
    expect(meetingObstacle(input, facts)).toMatchObject({
      reason: "meetings.errors.secondMonthly",
      params: { month: "03/2022", on: "03/03/2022" },
    });
    expect(meetingObstacle({ ...input, kind: "TOPICAL" }, facts)).toBeNull();
  });

  it.each(["away", "barred", "stranger"])("is not chaired by who is %s", (chairId) => {
    expect(meetingObstacle({ ...input, chairId }, { branch, members, other: null })).toMatchObject({
      field: "chairId",
    });
  });

  it("is not held by a branch that is not there", () => {
    const closed = { ...branch, endsOn: day("2022-03-05") };
    expect(meetingObstacle(input, { branch: closed, members, other: null })).toMatchObject({ field: "heldOn" });
  });
});

describe("a roll", () => {
  const when = { heldOn: day("2022-03-05"), today };
  const whole = [
    { memberId: "chair", presence: "PRESENT" as const },
    { memberId: "writer", presence: "ABSENT_UNEXCUSED" as const },
  ];

  it("calls official members and probationers, and neither exempt, suspended nor absent-elsewhere ones", () => {
    expect(members.map(standingOf)).toEqual(["CALLED", "CALLED", "EXEMPT", "NOT_CALLED", "NOT_CALLED"]);
  });

  it("is whole with everyone called, with or without exempt ones who came", () => {
    expect(rollObstacle(whole, members, when)).toBeNull();
    expect(rollObstacle([...whole, { memberId: "old", presence: "PRESENT" }], members, when)).toBeNull();
  });

  it.each([
    ["unsaid", whole.slice(1)],
    ["strangerInRoll", [...whole, { memberId: "nobody", presence: "PRESENT" as const }]],
    ["strangerInRoll", [...whole, { memberId: "away", presence: "PRESENT" as const }]],
    ["exemptAbsent", [...whole, { memberId: "old", presence: "ABSENT_EXCUSED" as const }]],
  ])("is refused as %s", (reason, roll) => {
    expect(rollObstacle(roll, members, when)).toMatchObject({ reason: `meetings.errors.${reason}` });
  });

  it("is not called before the day", () => {
    const obstacle = rollObstacle(whole, members, { heldOn: day("2022-06-16"), today });
    expect(obstacle).toMatchObject({ reason: "meetings.errors.notYetHeld" });
  });

  it("always adds up", () => {
    const line = fc.record({
      presence: fc.constantFrom<Presence>("PRESENT", "ABSENT_EXCUSED", "ABSENT_UNEXCUSED"),
      isExempt: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line), (roll) => {
        const { called, present, excused, unexcused, exempt } = countRoll(roll);
        expect(present + excused + unexcused).toBe(called);
        expect(called + exempt).toBe(roll.length);
      }),
    );
  });
});

describe("the months of a branch", () => {
  it("are twelve, each by its first day", () => {
    const months = monthsOf(2024);
    expect([months.length, months[0], months[1], months[11]]).toEqual([12, "2024-01-01", "2024-02-01", "2024-12-01"]);
  });

  const state = (monthOn: string, heldOn: string | null = null, of = branch) =>
    monthState(day(monthOn), of, { monthly: heldOn === null ? null : { heldOn: day(heldOn) }, today });

  it("are held, planned, missing once over, or ahead", () => {
    expect(state("2022-03-01", "2022-04-02")).toBe("HELD");
    expect(state("2022-06-01", "2022-06-16")).toBe("PLANNED");
    expect(state("2022-05-01")).toBe("MISSING");
    expect(state("2022-06-01")).toBe("AHEAD");
  });

  it("are nothing before the branch began and after it ended", () => {
    expect(state("2014-12-01")).toBe("OUTSIDE");
    const closed = { ...branch, endsOn: day("2022-02-01") };
    expect(monthState(day("2022-02-01"), closed, { monthly: null, today })).toBe("OUTSIDE");
    expect(monthState(day("2022-01-01"), closed, { monthly: null, today })).toBe("MISSING");
  });

  it("go on from the last one, on the same date where the month has it", () => {
    expect(nextMonth(null, today)).toBe("2022-06-01");
    const last = { monthOn: day("2022-01-01"), heldOn: day("2022-01-31") };
    expect([nextMonth(last, today), dayFor(day("2022-02-01"), last)]).toEqual(["2022-02-01", "2022-02-28"]);
    expect(dayFor(day("2021-12-01"), last)).toBe("2021-12-31");
  });
});

describe("minutes", () => {
  const roll = [{ memberId: "chair", presence: "PRESENT" as const }];
  const items = [{ position: 1, yes: null, no: null, other: null }];
  const draft = { state: "DRAFT" as const, conclusion: null };
  const said = [{ opinions: "Nhất trí", conclusion: null }];

  it("are sent once, and with a roll", () => {
    expect(sendObstacle(draft, roll, said)).toBeNull();
    expect(sendObstacle(draft, [], said)).toMatchObject({ reason: "meetings.errors.noRoll" });
    expect(sendObstacle({ ...draft, state: "SENT" }, roll, said)).toMatchObject({
      reason: "meetings.errors.alreadySent",
    });
    const silent = [{ opinions: null, conclusion: null }];
    expect(sendObstacle(draft, roll, silent)).toMatchObject({ reason: "meetings.errors.noText" });
    expect(sendObstacle({ ...draft, conclusion: "Thống nhất" }, roll, silent)).toBeNull();
  });

  it("have votes that are all of those present with a vote, or none", () => {
    const vote = (yes: number | null, no: number | null, other: number | null) => [{ position: 2, yes, no, other }];
    expect(votesObstacle([...items, ...vote(8, 1, 1)], 10)).toBeNull();
    expect(votesObstacle(vote(8, null, 1), 10)).toMatchObject({
      reason: "meetings.errors.votesPartly",
      field: "yes-2",
    });
    expect(votesObstacle(vote(0, 0, 0), 0)).toMatchObject({ reason: "meetings.errors.rollBeforeVotes" });
    const voters = fc.nat(50);
    fc.assert(
      fc.property(voters, voters, voters, voters, (yes, no, other, present) => {
        const isTrue = present > 0 && yes + no + other === present;
        expect(votesObstacle(vote(yes, no, other), present) === null).toBe(isTrue);
      }),
    );
  });

  it("count the votes of official members who came, exempt ones among them, and not those of probationers", () => {
    const line = { presence: "PRESENT" as const, isOfficial: true };
    const absent = { ...line, presence: "ABSENT_EXCUSED" as const };
    expect(votersPresent([line, line, { ...line, isOfficial: false }, absent])).toBe(2);
  });

  it("are written by one at a time, and added to once sent", () => {
    expect(penObstacle({ penId: null, penName: null }, "me")).toBeNull();
    expect(penObstacle({ penId: "me", penName: "Tôi" }, "me")).toBeNull();
    expect(penObstacle({ penId: "other", penName: "Khác" }, "me")).toMatchObject({ params: { name: "Khác" } });
    expect(addendumObstacle("DRAFT")).toMatchObject({ reason: "meetings.errors.stillDraft" });
    expect([addendumObstacle("SENT"), addendumObstacle("SIGNED")]).toEqual([null, null]);
  });

  it("are signed after they were sent, from the day of the meeting until today", () => {
    const minutes = { state: "SENT" as const, heldOn: day("2022-06-01") };
    expect(signObstacle(minutes, today, today)).toBeNull();
    expect(signObstacle({ ...minutes, state: "DRAFT" }, today, today)).toMatchObject({
      reason: "meetings.errors.notSent",
    });
    expect(signObstacle({ ...minutes, state: "SIGNED" }, today, today)).toMatchObject({
      reason: "meetings.errors.alreadySigned",
    });
    expect(signObstacle(minutes, day("2022-05-31"), today)).toMatchObject({ field: "signedOn" });
    expect(signObstacle(minutes, day("2022-06-16"), today)).toMatchObject({ field: "signedOn" });
  });
});

describe("the year of meetings", () => {
  it.each([
    [null, 2022],
    ["2022-05-01", 2022],
    ["2021-01-01", 2022],
    ["2020-12-01", 2020],
  ])("opens after a last month %s on %i", (last, year) => {
    expect(usualYear(last === null ? null : day(last), day("2022-06-15"))).toBe(year);
  });
});
