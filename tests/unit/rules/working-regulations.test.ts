import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { isInForceOn, overlaps } from "@/lib/core/day/interval";
import {
  type RegulationFacts,
  regulationObstacle,
  regulationStanding,
  versionOn,
  versionStanding,
  withTimes,
} from "@/lib/features/working-regulations/rules";

type Input = Parameters<typeof regulationObstacle>[0];

const today = day("2026-11-27");
const always = { startsOn: day("2015-01-01"), endsOn: null };
const version = (startsOn: string, isAnnulled = false) => ({
  ...{ adoptedOn: day(startsOn), startsOn: day(startsOn), isAnnulled },
});
const some = [version("2022-03-01"), version("2025-02-01"), version("2025-06-01", true)];

describe("what is in force of working regulations", () => {
  it("is each version until the day before the next one that stands, within the branch's own days", () => {
    expect(withTimes(some.toReversed(), always).map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ["2022-03-01", "2025-02-01"],
      ["2025-02-01", null],
    ]);
    const closed = { ...always, endsOn: day("2025-04-01") };
    expect(versionOn(some, closed, day("2025-03-31"))?.startsOn).toBe("2025-02-01");
    expect(versionOn(some, closed, day("2025-04-01"))).toBeNull();
    expect(versionOn(some, always, day("2022-02-28"))).toBeNull();
  });

  it("is at most one on any day, and from the first one on never none, whatever was annulled", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat(5000), (starts, gone, on) => {
        const all = starts.map((start, place) => version(addDays(always.startsOn, start), gone[place]));
        const timed = withTimes(all, always);
        expect(timed).toHaveLength(all.filter(({ isAnnulled }) => !isAnnulled).length);
        expect(timed.some((one, place) => timed.slice(place + 1).some((other) => overlaps(one, other)))).toBe(false);
        const asked = addDays(always.startsOn, on);
        const found = timed.filter((one) => isInForceOn(one, asked));
        const hasBegun = timed.some(({ startsOn }) => startsOn <= asked);
        expect(found).toHaveLength(hasBegun ? 1 : 0);
        expect(versionOn(all, always, asked)).toEqual(found[0] ?? null);
      }),
    );
  });

  it("is told of each version: in force, to come, over or annulled", () => {
    const times = { startsOn: day("2022-03-01"), endsOn: day("2025-02-01") };
    expect(versionStanding(times, day("2022-03-01"))).toBe("IN_FORCE");
    expect(versionStanding(times, day("2025-02-01"))).toBe("REPLACED");
    expect(versionStanding(times, day("2022-02-28"))).toBe("COMING");
    expect(versionStanding(null, today)).toBe("ANNULLED");
  });
});

describe("how a branch stands with them", () => {
  const standing = (all: typeof some, termStartsOn: string | null) =>
    regulationStanding(all, { branch: always, termStartsOn: termStartsOn === null ? null : day(termStartsOn) }, today);

  it("is none, to come, of its term, or older than that", () => {
    expect(standing([], "2025-01-15")).toBe("NONE");
    expect(standing([version("2022-03-01", true)], "2025-01-15")).toBe("NONE");
    expect(standing([version("2026-12-01")], "2025-01-15")).toBe("COMING");
    expect(standing([version("2025-01-15")], "2025-01-15")).toBe("CURRENT");
    expect(standing([version("2025-01-14")], "2025-01-15")).toBe("OLDER_TERM");
    expect(standing([version("2022-03-01")], null)).toBe("CURRENT");
    expect(standing(some, "2025-01-15")).toBe("CURRENT");
  });
});

describe("what stands in the way of a version", () => {
  const facts: RegulationFacts = { branch: always, begun: [day("2022-03-01")], meetingHeldOn: null };
  const input: Input = { adoptedOn: day("2025-02-01"), startsOn: day("2025-02-10"), changes: "Đổi ngày họp" };
  const refusal = (changes: Partial<Input>, of: Partial<RegulationFacts> = {}) => {
    const found = regulationObstacle({ ...input, ...changes }, { ...facts, ...of }, today);
    return found && [found.reason, found.field];
  };

  it("is nothing where its days follow", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ startsOn: input.adoptedOn })).toBeNull();
    expect(refusal({ changes: null }, { begun: [] })).toBeNull();
    expect(refusal({ changes: null, adoptedOn: day("2021-01-01"), startsOn: day("2021-01-01") })).toBeNull();
  });

  it("is a day to come, one before its adoption, one without the branch, and one that is taken", () => {
    expect(refusal({ adoptedOn: addDays(today, 1), startsOn: addDays(today, 9) })).toEqual([
      "workingRegulations.errors.inFuture",
      "adoptedOn",
    ]);
    expect(refusal({ startsOn: day("2025-01-31") })).toEqual(["workingRegulations.errors.beforeAdoption", "startsOn"]);
    expect(refusal({}, { branch: { ...always, endsOn: day("2025-02-05") } })).toEqual([
      "organization.errors.branchNotInForce",
      "startsOn",
    ]);
    expect(refusal({}, { begun: [input.startsOn] })).toEqual(["workingRegulations.errors.dayTaken", "startsOn"]);
  });

  it("is that it follows another and does not say how it differs", () => {
    expect(refusal({ changes: null })).toEqual(["workingRegulations.errors.noChanges", "changes"]);
  });

  it("is a meeting of another day than that of its adoption", () => {
    const at = (heldOn: string) =>
      regulationObstacle(input, { ...facts, meetingHeldOn: day(heldOn) }, today)?.reason ?? null;
    expect(at("2025-02-02")).toBe("workingRegulations.errors.otherMeetingDay");
    expect(at("2025-02-01")).toBeNull();
  });
});
