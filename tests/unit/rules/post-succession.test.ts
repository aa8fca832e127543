import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import { isInForceOn } from "@/lib/core/day/interval";
import { linkedOfficesOn, type PostHolder, successionOn } from "@/lib/features/organization/rules/post-succession";

const holder = (memberId: string, startsOn: string, endsOn: string | null = null): PostHolder => ({
  memberId,
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
});
const post = { startsOn: day("2010-01-01") };
const first = holder("first", "2015-01-01", "2020-06-01");
const second = holder("second", "2020-06-01", "2024-01-01");
const third = holder("third", "2024-03-01");
const line = [second, third, first];

describe("who followed whom in a post", () => {
  it("is the holder of the day after the one before", () => {
    expect(successionOn(line, post, day("2026-01-01"))).toEqual({
      holder: third,
      predecessor: second,
      vacantSince: null,
      line: [third, second, first],
    });
    expect(successionOn(line, post, day("2018-01-01"))).toMatchObject({ holder: first, predecessor: null });
  });

  it("is nobody between two, since the day after the last, whoever comes later", () => {
    const gap = { holder: null, predecessor: second, vacantSince: day("2024-01-01"), line: [second, first] };
    expect(successionOn(line, post, day("2024-02-01"))).toEqual(gap);
  });

  it("is a vacancy since the post began where nobody ever held it", () => {
    const never = { holder: null, predecessor: null, vacantSince: post.startsOn, line: [] };
    expect(successionOn(line, post, day("2012-01-01"))).toEqual(never);
    expect(successionOn([], post, day("2026-01-01"))).toEqual(never);
  });

  it("leaves out an office taken back on its first day", () => {
    const taken = holder("taken", "2024-02-01", "2024-02-01");
    expect(successionOn([...line, taken], post, day("2024-02-15")).line).toEqual([second, first]);
  });

  it("is on every day either held or vacant, and never by somebody of another day", () => {
    const offices = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 400 })), { maxLength: 8 })
      .map((gaps) => {
        let at: Day = post.startsOn;
        return gaps.map(([gap, length], place) => {
          const startsOn = addDays(at, gap);
          at = addDays(startsOn, length);
          return { memberId: String(place), startsOn, endsOn: at };
        });
      });
    fc.assert(
      fc.property(offices, fc.integer({ min: 0, max: 4000 }), (all, later) => {
        const on = addDays(post.startsOn, later);
        const told = successionOn(all, post, on);
        const inForce = all.find((one) => isInForceOn(one, on)) ?? null;
        expect(told.holder).toEqual(inForce);
        expect(told.vacantSince === null).toBe(inForce !== null);
        const vacantSince = told.vacantSince ?? on;
        expect(vacantSince <= on).toBe(true);
        expect(all.find((one) => isInForceOn(one, vacantSince)) ?? null).toEqual(inForce);
      }),
    );
  });
});

describe("the linked offices of branch secretary and village head", () => {
  it("are held together since the later of the two elections", () => {
    const told = linkedOfficesOn([holder("a", "2020-06-01")], [holder("a", "2021-02-01")], day("2026-01-01"));
    expect(told).toEqual({ kind: "TOGETHER", memberId: "a", since: "2021-02-01" });
  });

  it("warn when only one of them has ended, whoever holds it now", () => {
    const kept = holder("a", "2020-06-01");
    const ended = holder("a", "2021-02-01", "2025-01-01");
    const warning = { kind: "ONE_ENDED", memberId: "a", lastDay: "2024-12-31" };
    const on = day("2026-01-01");
    expect(linkedOfficesOn([kept], [ended], on)).toEqual({ ...warning, ended: "VILLAGE_HEAD" });
    expect(linkedOfficesOn([kept], [ended, holder("b", "2025-01-01")], on)).toEqual({
      ...warning,
      ended: "VILLAGE_HEAD",
    });
    expect(linkedOfficesOn([ended, holder("b", "2025-01-01")], [kept], on)).toEqual({ ...warning, ended: "SECRETARY" });
    expect(linkedOfficesOn([kept], [ended], day("2024-06-01"))).toMatchObject({ kind: "TOGETHER" });
  });

  it("are none where nobody ever held both at once, or both have ended", () => {
    const on = day("2026-01-01");
    expect(linkedOfficesOn([holder("a", "2020-01-01")], [holder("b", "2020-01-01")], on)).toBeNull();
    expect(linkedOfficesOn([holder("a", "2022-01-01")], [holder("a", "2019-01-01", "2022-01-01")], on)).toBeNull();
    expect(
      linkedOfficesOn([holder("a", "2020-01-01", "2025-01-01")], [holder("a", "2020-01-01", "2025-01-01")], on),
    ).toBeNull();
  });
});
