import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archiveObstacles, undoObstacle } from "@/lib/features/member-archives/rules";
import { archiveHolds } from "@/lib/features/member-archives/schema";

const people = { memberId: "member", readerId: "reader" };

describe("what keeps a record out of the archive", () => {
  it("is everything that somebody has done or holds, each with its number, and nothing else", () => {
    const counts = fc.array(fc.nat(3), { minLength: archiveHolds.length, maxLength: archiveHolds.length });
    fc.assert(
      fc.property(counts, (numbers) => {
        const holds = archiveHolds.map((hold, index) => ({ hold, count: numbers[index] ?? 0 }));
        const found = archiveObstacles(holds, people);
        expect(found.map(({ reason, params }) => [reason.split(".").at(-1), params?.count])).toEqual(
          holds.filter(({ count }) => count > 0).map(({ hold, count }) => [hold, count]),
        );
      }),
    );
  });

  it("is not stays and statuses, which go with it", () => {
    expect(archiveHolds).not.toContain("Membership");
    expect(archiveHolds).not.toContain("MemberStatus");
    expect(archiveHolds).toContain("Assignment");
  });

  it("is that it is the reader's own", () => {
    expect(archiveObstacles([], { memberId: "reader", readerId: "reader" })).toEqual([
      { reason: "memberArchives.errors.aboutOneself" },
    ]);
    expect(archiveObstacles([], { memberId: "member", readerId: null })).toEqual([]);
  });
});

describe("taking a record back", () => {
  const ends = new Date("2026-12-31T00:00:00Z");
  it.each([
    ["DONE", new Date(ends.getTime() - 1), null],
    ["DONE", ends, "memberArchives.errors.undoOver"],
    ["UNDONE", new Date(0), "memberArchives.errors.undone"],
    ["PROPOSED", new Date(0), "memberArchives.errors.notDone"],
    ["CANCELLED", new Date(0), "memberArchives.errors.notDone"],
  ] as const)("of one that is %s at %s is refused with %s", (state, now, reason) => {
    const undoEndsAt = state === "DONE" || state === "UNDONE" ? ends : null;
    expect(undoObstacle({ state, undoEndsAt }, now)?.reason ?? null).toBe(reason);
  });
});
