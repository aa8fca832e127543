import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import type { RatingLevel } from "@/lib/core/db/generated/enums";
import { type FilteredLine, linesWithin } from "@/lib/features/ratings/rules/round-lines";
import { branchStandings, roundSteps, type Standing, standingOf } from "@/lib/features/ratings/rules/round-steps";
import { roundFilter } from "@/lib/features/ratings/schema";
import { NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";

const today = day("2026-12-11");
const deadlines = { ...NO_DEADLINES, meetingDueOn: day("2026-12-05"), decisionDueOn: day("2026-12-31") };
const shown = { level: null, notRatedReason: null, waits: false, step: "NONE" } as const;
const of = (branchId: string, standing: Standing | null, proposedLevel: RatingLevel | null = null) => ({
  ...{ ...shown, branchId, branch: `Chi bộ ${branchId}`, standing, proposedLevel },
});

describe("where a line stands", () => {
  it.each([
    ["NONE", null, true, "OWED"],
    ["NONE", "EXEMPT", true, null],
    ["PROPOSED", null, true, "ENTERED"],
    ["PROPOSED", "EXEMPT", true, "ENTERED"],
    ["RECORDED", null, true, "ENTERED"],
    ["DECIDED", null, true, "DECIDED"],
    ["NONE", null, false, null],
    ["DECIDED", null, false, null],
  ] as const)("%s, left out for %s, followed %s: %s", (step, ruledOut, isFollowed, standing) => {
    expect(standingOf({ step, ruledOut }, isFollowed)).toBe(standing);
  });
});

describe("the steps of a round", () => {
  const members = [
    ...[of("a", "DECIDED", "GOOD"), of("a", "ENTERED")],
    ...[of("b", "ENTERED", "GOOD"), of("b", "OWED"), of("b", null)],
    ...[of("c", "OWED"), of("d", null)],
  ];
  const branches = [of("a", "ENTERED", "GOOD"), of("b", "ENTERED", "GOOD"), of("c", "OWED"), of("d", null)];
  const standings = branchStandings(members, branches);
  const steps = roundSteps(deadlines, { branches: standings, members }, today);
  const [, meeting, proposal, decision] = steps;

  it("count branches that have met, sent everything and are decided, and name the others with what is open", () => {
    expect(standings.map(({ branchId }) => branchId)).toEqual(["a", "b", "c"]);
    expect(meeting).toMatchObject({ on: "2026-12-05", daysLeft: -6, isDone: false });
    expect(meeting?.counts).toEqual([{ of: "branches", done: 2, total: 3, doneState: "voted", openState: "notVoted" }]);
    expect(meeting?.open).toEqual([{ branchId: "c", branch: "Chi bộ c", members: 1, isOwnOpen: true }]);
    expect(proposal?.counts.map(({ done, total }) => [done, total])).toEqual([
      [1, 3],
      [3, 5],
    ]);
    expect(proposal?.open).toEqual([
      { branchId: "b", branch: "Chi bộ b", members: 1, isOwnOpen: false },
      { branchId: "c", branch: "Chi bộ c", members: 1, isOwnOpen: true },
    ]);
    expect(decision?.counts.map(({ done, total }) => [done, total])).toEqual([
      [0, 3],
      [1, 5],
    ]);
    expect(decision).toMatchObject({ on: "2026-12-31", daysLeft: 20 });
  });

  it("count nothing where the register follows nothing, and for who follows no branch", () => {
    const [selfReview, ...others] = steps;
    expect([selfReview, others.at(-1)].map((one) => [one?.counts, one?.isDone])).toEqual([
      [[], false],
      [[], false],
    ]);
    const blind = roundSteps(deadlines, { branches: [], members: [of("a", null)] }, today);
    expect(blind.flatMap(({ counts, open }) => [...counts, ...open])).toEqual([]);
    expect(blind.some(({ isDone }) => isDone)).toBe(false);
  });

  it("are done once every branch is", () => {
    const all = [of("a", "DECIDED", "GOOD"), of("a", "DECIDED")];
    const done = roundSteps(
      deadlines,
      { branches: branchStandings(all, [of("a", "DECIDED", "GOOD")]), members: all },
      today,
    );
    expect(done.map(({ isDone }) => isDone)).toEqual([false, true, true, true, false]);
  });

  it("tell numbers that open lists of exactly as many lines", () => {
    const standing = fc.constantFrom("OWED", "ENTERED", "DECIDED", null);
    const level = fc.constantFrom("GOOD", null);
    const line = fc.record({ branchId: fc.constantFrom("a", "b", "c"), standing, proposedLevel: level });
    const own = fc.tuple(...["a", "b", "c"].map(() => fc.record({ standing, proposedLevel: level })));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), own, (some, owns) => {
        const lines = some.map((one) => ({ ...shown, ...one }));
        const all = owns.map((one, at) => ({ ...of("abc".charAt(at), null), ...one }));
        const found = branchStandings(lines, all);
        const followed = all.map((one) => ({
          ...one,
          progress: found.find(({ branchId }) => branchId === one.branchId),
        }));
        const within = (list: readonly FilteredLine[], state: string) =>
          linesWithin(list, roundFilter.parse({ state })).length;
        for (const { counts } of roundSteps(deadlines, { branches: found, members: lines }, today)) {
          for (const { of: whom, done, total, doneState, openState } of counts) {
            const list = whom === "members" ? lines : followed;
            expect([within(list, doneState), within(list, openState)]).toEqual([done, total - done]);
          }
        }
      }),
    );
  });
});
