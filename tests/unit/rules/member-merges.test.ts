import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  columnsTaken,
  type DatedRow,
  type MergeSide,
  type MergeTies,
  mergeObstacles,
  rowFates,
  undoObstacle,
} from "@/lib/features/member-merges/rules";
import { mergeFields, mergeTies, proposeMergeInput } from "@/lib/features/member-merges/schema";

const stay = (
  from: string,
  to: string | null,
  place = "branch",
  record: DatedRow["record"] = "Membership",
): DatedRow => ({
  record,
  id: `${from} ${to} ${place}`,
  slot: record === "Membership" ? "OFFICIAL" : place,
  place,
  startsOn: day(from),
  endsOn: to === null ? null : day(to),
});
const fate = (kept: DatedRow[], dropped: DatedRow) => rowFates(kept, [dropped])[0]?.fate;

describe("what becomes of a dropped record's dated rows", () => {
  it("is that they move where the kept record has nothing then, and go where it has the same stay", () => {
    const kept = stay("2015-01-01", null);
    expect(fate([kept], stay("2016-01-01", null))).toBe("SAME");
    expect(fate([kept], stay("2016-01-01", "2017-01-01"))).toBe("SAME");
    expect(fate([kept], stay("2010-01-01", "2015-01-01"))).toBe("MOVED");
    expect(fate([kept], stay("2014-01-01", null))).toBe("IN_THE_WAY");
    expect(fate([kept], stay("2016-01-01", null, "other"))).toBe("IN_THE_WAY");
    expect(fate([stay("2015-01-01", "2018-01-01")], stay("2016-01-01", null))).toBe("IN_THE_WAY");
  });

  it("is that an office of the same time is in the way, and one elsewhere moves", () => {
    const office = stay("2020-01-01", null, "branch", "BranchOffice");
    expect(fate([office], stay("2021-01-01", null, "branch", "BranchOffice"))).toBe("IN_THE_WAY");
    expect(fate([office], stay("2021-01-01", null, "other", "BranchOffice"))).toBe("MOVED");
  });

  it("never leaves one record in a branch twice at once, or loses a day of it", () => {
    const row = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 60 })), fc.constantFrom("a", "b"))
      .map(([start, length, place]) => {
        const from = addDays(day("2020-01-01"), start);
        return {
          ...stay("2020-01-01", null, place),
          startsOn: from,
          endsOn: length === null ? null : addDays(from, length),
        };
      });
    const days = Array.from({ length: 130 }, (_, place) => addDays(day("2020-01-01"), place));
    const placesOn = (rows: readonly DatedRow[], on: string) =>
      rows
        .filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || on < endsOn))
        .map(({ place }) => place);
    fc.assert(
      fc.property(row, row, (kept, dropped) => {
        const fates = rowFates([kept], [dropped]);
        if (fates.some((one) => one.fate === "IN_THE_WAY")) return;
        const moved = fates.filter((one) => one.fate === "MOVED").map((one) => one.row);
        for (const on of days) {
          const after = placesOn([kept, ...moved], on);
          expect(after.length).toBeLessThanOrEqual(1);
          expect(after).toEqual([...new Set([...placesOn([kept], on), ...placesOn([dropped], on)])]);
        }
      }),
    );
  });
});

describe("what keeps two records from becoming one", () => {
  const side = (id: string, changes: Partial<MergeSide> = {}): MergeSide => ({
    id,
    idHash: null,
    oldIdHash: null,
    rows: [],
    ...changes,
  });
  const none = {
    ratings: 0,
    badges: 0,
    dossiers: 0,
    helped: 0,
    introductions: 0,
    countedOut: 0,
    transfers: 0,
    accounts: 0,
    inspections: 0,
  } satisfies MergeTies;
  const facts = { ties: none, isReadmitted: false, readerId: null };
  const reasons = (kept: Partial<MergeSide>, dropped: Partial<MergeSide>, changes = {}) =>
    mergeObstacles({ kept: side("kept", kept), dropped: side("dropped", dropped) }, { ...facts, ...changes }).map(
      ({ reason }) => reason.replace("memberMerges.errors.", ""),
    );

  it("is nothing for a record typed twice, and everything at once where there is much", () => {
    expect(reasons({ rows: [stay("2015-01-01", null)] }, { rows: [stay("2016-01-01", null)] })).toEqual([]);
    expect(reasons({ idHash: "a" }, {})).toEqual([]);
    expect(
      reasons(
        { idHash: "a", oldIdHash: "c", rows: [stay("2015-01-01", null)] },
        { idHash: "b", oldIdHash: "d", rows: [stay("2016-01-01", null, "other")] },
        { isReadmitted: true, readerId: "dropped", ties: { ...none, ratings: 2 } },
      ),
    ).toEqual(["aboutOneself", "twoIdNumbers", "twoOldIdNumbers", "readmitted", "ties.ratings", "overlap.Membership"]);
  });

  it.each(mergeTies)("is what never moves: %s", (tie) => {
    expect(reasons({}, {}, { ties: { ...none, [tie]: 1 } })).toEqual([`ties.${tie}`]);
  });
});

describe("the values of a merge", () => {
  it("are chosen field by field, and the name brings its keys along", () => {
    const input = { keptId: crypto.randomUUID(), droppedId: crypto.randomUUID(), fullName: "DROPPED", phone: "KEPT" };
    expect(proposeMergeInput.parse(input).taken).toEqual(["fullName"]);
    expect(proposeMergeInput.safeParse({ ...input, idNumber: "DROPPED" }).success).toBe(false);
    expect(columnsTaken(["fullName", "phone"])).toEqual([
      ...["fullName", "otherName", "nameKey", "sortKey", "searchText"],
      "phone",
    ]);
    expect(mergeFields).not.toContain("version");
  });
});

describe("separating two records again", () => {
  it("is possible once, within thirty days", () => {
    const now = new Date("2026-11-26T09:00:00Z");
    const done = { state: "DONE", undoEndsAt: new Date("2026-12-01T00:00:00Z") } as const;
    expect(undoObstacle(done, now)).toBeNull();
    expect(undoObstacle({ ...done, undoEndsAt: now }, now)?.reason).toBe("memberMerges.errors.undoOver");
    expect(undoObstacle({ ...done, state: "UNDONE" }, now)?.reason).toBe("memberMerges.errors.undone");
    expect(undoObstacle({ state: "PROPOSED", undoEndsAt: null }, now)?.reason).toBe("memberMerges.errors.notDone");
  });
});
