import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { homeEntries, pressingFirst } from "@/lib/features/month-work/rules/home";
import type { WorkLine } from "@/lib/features/month-work/rules/work-line";
import { type WorkKind, workKinds } from "@/lib/features/month-work/schema";

const line = (kind: WorkKind, changes: Partial<WorkLine> = {}): WorkLine => ({
  ...{ kind, branchId: "own", branch: "Chi bộ Bản Một", name: null, on: day("2026-11-05"), count: null },
  ...{ isLate: false, href: `/${kind}`, ...changes },
});
const told = (entries: ReturnType<typeof homeEntries>["own"]) =>
  entries.map(({ place, href, open, late }) => [place, href, open, late]);
const nobody = { own: [], inCharge: [] };

describe("the first page", () => {
  it("has four entries about the own branch, the first leading to what is late", () => {
    const lines = [
      line("MEETING_DUE"),
      line("MEETING_MISSING", { isLate: true, on: day("2026-10-01") }),
      line("DIFFICULTY_OVERDUE", { isLate: true }),
    ];
    const { own, inCharge } = homeEntries(lines, { ...nobody, own: ["own"] });
    expect(inCharge).toEqual([]);
    expect(told(own)).toEqual([
      ["meetings", "/MEETING_MISSING", 2, 1],
      ["work", "/month-work", 3, 2],
      ["branch", "/branches/own", 0, 0],
      ["difficulties", "/difficulties", 1, 1],
    ]);
    expect(own[0]?.first?.kind).toBe("MEETING_MISSING");
  });

  it("has four entries about the branches in charge for who has no own one", () => {
    const lines = [
      line("VISIT_TO_REPORT", { branchId: "one", href: "/visits/new" }),
      line("MEETING_DUE", { branchId: "two" }),
    ];
    const { own, inCharge } = homeEntries(lines, { ...nobody, inCharge: ["one", "two"] });
    expect(own).toEqual([]);
    expect(told(inCharge)).toEqual([
      ["visits", "/visits/new", 1, 0],
      ["work", "/month-work", 2, 0],
      ["inCharge", "/branches", 1, 0],
      ["difficulties", "/difficulties", 0, 0],
    ]);
  });

  it("has the own four and two more for who is both, and counts no other branch's meeting as the own", () => {
    const lines = [line("MEETING_DUE", { branchId: "one" })];
    const { own, inCharge } = homeEntries(lines, { own: ["own"], inCharge: ["one"] });
    expect(told(own)[0]).toEqual(["meetings", "/meetings", 0, 0]);
    expect(told(inCharge)).toEqual([
      ["visits", "/visits", 0, 0],
      ["inCharge", "/branches/one", 1, 0],
    ]);
  });
});

describe("what cannot wait", () => {
  it("comes late before open and old before new, and loses nothing", () => {
    const lines = fc.array(
      fc.record({
        kind: fc.constantFrom(...workKinds),
        isLate: fc.boolean(),
        on: fc.option(fc.integer({ min: 0, max: 400 }).map((days) => addDays(day("2026-01-01"), days))),
      }),
    );
    fc.assert(
      fc.property(lines, (found) => {
        const all = found.map(({ kind, ...changes }) => line(kind, changes));
        const sorted = pressingFirst(all);
        expect(new Set(sorted)).toEqual(new Set(all));
        sorted.slice(1).forEach((one, place) => {
          const before = sorted[place];
          const isOrdered =
            before?.isLate === one.isLate ? (before.on ?? "9999") <= (one.on ?? "9999") : before?.isLate === true;
          expect(isOrdered).toBe(true);
        });
      }),
    );
  });
});
