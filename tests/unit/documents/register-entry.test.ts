import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import type { MembershipEnd } from "@/lib/core/db/generated/enums";
import {
  type RegisterFacts,
  type RegisterStay,
  registerEntry,
  registerSizeObstacle,
} from "@/lib/features/documents/rules/register-entry";

const on = day("2026-11-26");
const stay = (
  branch: string,
  startsOn: string,
  endsOn: string | null = null,
  endReason: MembershipEnd | null = null,
): RegisterStay => ({
  branchId: branch,
  branch: `Chi bộ ${branch}`,
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
  endReason,
});
const facts = (stays: RegisterStay[], changes: Partial<RegisterFacts> = {}): RegisterFacts => ({
  admittedOn: day("2010-05-19"),
  stays,
  transfers: [],
  ...changes,
});
const moved = [stay("A", "2010-05-19", "2026-03-01", "TRANSFERRED"), stay("B", "2026-03-01")];

describe("the register of a branch", () => {
  it("says when somebody came and where from, and is silent about who was admitted there", () => {
    expect(registerEntry(facts([stay("A", "2010-05-19")]), { branchId: "A", on })).toMatchObject({
      isPresent: true,
      movedIn: null,
      movedOut: null,
    });
    expect(registerEntry(facts(moved), { branchId: "B", on })).toMatchObject({
      movedIn: { on: "2026-03-01", place: "Chi bộ A" },
    });
    expect(registerEntry(facts([stay("A", "2015-01-01")]), { branchId: "A", on })?.movedIn).toEqual({
      on: "2015-01-01",
      place: null,
    });
  });

  it("keeps who left in the year of the day, with the day and the place", () => {
    expect(registerEntry(facts(moved), { branchId: "A", on })).toMatchObject({
      isPresent: false,
      movedOut: { on: "2026-03-01", place: "Chi bộ B" },
    });
    expect(registerEntry(facts(moved), { branchId: "A", on: day("2027-01-01") })).toBeNull();
    expect(registerEntry(facts(moved), { branchId: "A", on: day("2026-02-28") })).toMatchObject({
      isPresent: true,
      movedOut: null,
    });
  });

  it("has nobody before they came", () => {
    expect(registerEntry(facts(moved), { branchId: "B", on: day("2026-02-28") })).toBeNull();
    expect(registerEntry(facts([]), { branchId: "A", on })).toBeNull();
  });
});

describe("the register of the whole", () => {
  it("takes a move between branches for none", () => {
    expect(registerEntry(facts(moved), { branchId: null, on })).toMatchObject({
      branch: "Chi bộ B",
      isPresent: true,
      movedIn: null,
      movedOut: null,
    });
  });

  it("names the Party organisation that somebody came from or went to", () => {
    const transfers = [
      { direction: "IN", effectiveOn: day("2020-01-01"), otherParty: "Đảng bộ xã Khác" },
      { direction: "OUT", effectiveOn: day("2026-06-01"), otherParty: "Đảng bộ xã Xa" },
    ] as const;
    const stays = [stay("A", "2020-01-01", "2026-06-01", "MOVED_AWAY")];
    expect(registerEntry(facts(stays, { transfers }), { branchId: null, on })).toMatchObject({
      movedIn: { on: "2020-01-01", place: "Đảng bộ xã Khác" },
      movedOut: { on: "2026-06-01", place: "Đảng bộ xã Xa" },
    });
  });

  it.each<[MembershipEnd, object]>([
    ["DECEASED", { diedOn: "2026-05-31", left: null, movedOut: null }],
    ["EXPELLED", { diedOn: null, left: { on: "2026-06-01", reason: "EXPELLED" }, movedOut: null }],
    ["REMOVED", { left: { on: "2026-06-01", reason: "REMOVED" } }],
    ["RESIGNED", { left: { on: "2026-06-01", reason: "RESIGNED" } }],
  ])("says how somebody went: %s", (reason, told) => {
    const stays = [stay("A", "2010-05-19", "2026-06-01", reason)];
    expect(registerEntry(facts(stays), { branchId: null, on })).toMatchObject({ isPresent: false, ...told });
  });
});

describe("the registers of the branches and of the whole", () => {
  it("have the same people on every day, whatever their moves", () => {
    const lives = fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), fc.integer({ min: 1, max: 900 })), {
      maxLength: 6,
    });
    const staysOf = (life: readonly (readonly [string, number])[]): RegisterStay[] => {
      let at: Day = day("2024-01-01");
      return life.map(([branch, days], place) => {
        const [startsOn, isLast] = [at, place === life.length - 1];
        at = addDays(at, days);
        return stay(branch, startsOn, at, isLast ? "MOVED_AWAY" : "TRANSFERRED");
      });
    };
    fc.assert(
      fc.property(lives, fc.integer({ min: -30, max: 2000 }), (life, days) => {
        const person = facts(staysOf(life));
        const asOf = addDays(day("2024-01-01"), days);
        const whole = registerEntry(person, { branchId: null, on: asOf })?.isPresent === true ? 1 : 0;
        const branches = ["A", "B", "C"].map((branchId) => registerEntry(person, { branchId, on: asOf }));
        expect(branches.filter((entry) => entry?.isPresent).length).toBe(whole);
      }),
    );
  });

  it("are one file only while they are not too long for it", () => {
    expect(registerSizeObstacle(500, "docx")).toBeNull();
    expect(registerSizeObstacle(501, "docx")?.reason).toBe("documents.errors.tooManyRows.docx");
    expect(registerSizeObstacle(5000, "xlsx")).toBeNull();
    expect(registerSizeObstacle(5001, "xlsx")?.reason).toBe("documents.errors.tooManyRows.xlsx");
  });
});
