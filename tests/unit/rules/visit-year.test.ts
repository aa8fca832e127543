import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { isInForceOn } from "@/lib/core/day/interval";
import { meetingsInCharge, type VisitYearFacts } from "@/lib/features/visits/rules/year";

const dayIn2022 = fc.integer({ min: 0, max: 364 }).map((days) => addDays(day("2022-01-01"), days));
const branchId = fc.constantFrom("a", "b", "c");
const memberId = fc.constantFrom("one", "two", "three");
const charge = fc
  .record({ branchId, memberId, startsOn: dayIn2022, days: fc.integer({ min: 1, max: 400 }) })
  .map(({ days, ...of }) => ({
    ...of,
    memberName: of.memberId,
    endsOn: days > 364 ? null : addDays(of.startsOn, days),
  }));
const meeting = fc.record({ branchId, heldOn: dayIn2022 });
const report = fc.record({ at: fc.nat(20), visitorId: memberId });
const facts = fc
  .record({ charges: fc.array(charge), meetings: fc.array(meeting, { maxLength: 20 }), reports: fc.array(report) })
  .map(({ charges, meetings, reports }): VisitYearFacts => {
    const held = meetings.map((one, place) => ({ ...one, id: `m${place}` }));
    return {
      charges,
      meetings: held,
      reports: reports.flatMap(({ at, visitorId }, place) => {
        const of = held[at];
        return of ? [{ id: `r${place}`, branchId: of.branchId, meetingId: of.id, visitorId }] : [];
      }),
    };
  });
const everybody = { branch: null, person: null };

describe("meetings held while somebody was in charge", () => {
  it("are of a person exactly those of the branch on days of the assignment, and attended by the report", () => {
    fc.assert(
      fc.property(facts, memberId, branchId, (given, person, branch) => {
        const held = meetingsInCharge(given, { branch, person, part: "ALL" }).map((one) => one.id);
        const meant = given.meetings.filter(
          (one) =>
            one.branchId === branch &&
            given.charges.some((of) => of.branchId === branch && of.memberId === person && isInForceOn(of, one.heldOn)),
        );
        expect(held).toEqual(meant.map((one) => one.id));
        const attended = meetingsInCharge(given, { branch, person, part: "ATTENDED" }).map((one) => one.id);
        expect(attended).toEqual(
          held.filter((id) => given.reports.some((one) => one.meetingId === id && one.visitorId === person)),
        );
      }),
    );
  });

  it("add up over the branches, and never count a meeting twice however many were in charge", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom("ALL" as const, "ATTENDED" as const), (given, part) => {
        const all = meetingsInCharge(given, { ...everybody, part });
        const sum = ["a", "b", "c"].flatMap((branch) => meetingsInCharge(given, { branch, person: null, part }));
        expect(sum).toHaveLength(all.length);
        expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
      }),
    );
  });
});
