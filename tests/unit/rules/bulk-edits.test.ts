import { describe, expect, it } from "vitest";
import {
  bulkOutcome,
  carryOutObstacle,
  MOST_MEMBERS,
  prepareObstacle,
  sizeObstacle,
  undoObstacle,
} from "@/lib/features/bulk-edits/rules";
import { bulkFields, prepareBulkEditInput } from "@/lib/features/bulk-edits/schema";
import { editMemberInput } from "@/lib/features/members/schema";

const now = new Date("2026-11-26T09:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("what becomes of a member in a bulk edit", () => {
  it("is a change only where the member is here, is the editor's and has another value", () => {
    const here = { branchId: "branch", before: "Kinh" };
    expect(bulkOutcome(here, "Thái", "MAY_EDIT")).toBe("CHANGE");
    expect(bulkOutcome({ ...here, before: null }, "Thái", "MAY_EDIT")).toBe("CHANGE");
    expect(bulkOutcome(here, "Kinh", "MAY_EDIT")).toBe("SAME");
    expect(bulkOutcome(here, "Thái", "MAY_NOT")).toBe("NOT_YOURS");
    expect(bulkOutcome({ ...here, branchId: null }, "Thái", "MAY_EDIT")).toBe("LEFT");
  });

  it("is asked for somebody, not for more than can be looked through, and for at least one change", () => {
    expect(sizeObstacle(0)?.reason).toBe("bulkEdits.errors.nobody");
    expect(sizeObstacle(MOST_MEMBERS)).toBeNull();
    expect(sizeObstacle(MOST_MEMBERS + 1)?.reason).toBe("bulkEdits.errors.tooMany");
    expect(prepareObstacle(["SAME", "LEFT"])?.reason).toBe("bulkEdits.errors.changesNothing");
    expect(prepareObstacle(["SAME", "CHANGE"])).toBeNull();
  });
});

describe("a bulk edit", () => {
  it("is carried out once, within a day, and not over somebody's newer edit", () => {
    const edit = { state: "PREPARED", preparedAt: hoursAgo(23) } as const;
    expect(carryOutObstacle(edit, [], now)).toBeNull();
    expect(carryOutObstacle(edit, ["Hà Thị Ẩm"], now)).toMatchObject({
      reason: "bulkEdits.errors.changedSince",
      params: { names: "Hà Thị Ẩm", count: 1 },
    });
    expect(carryOutObstacle({ ...edit, preparedAt: hoursAgo(24) }, [], now)?.reason).toBe("bulkEdits.errors.tooOld");
    expect(carryOutObstacle({ ...edit, state: "DONE" }, [], now)?.reason).toBe("bulkEdits.errors.over");
  });

  it("is taken back once, within a day, while there is anybody to give the earlier value to", () => {
    const done = { state: "DONE", undoEndsAt: hoursAgo(-1) } as const;
    expect(undoObstacle(done, 1, now)).toBeNull();
    expect(undoObstacle(done, 0, now)?.reason).toBe("bulkEdits.errors.nothingToRestore");
    expect(undoObstacle({ ...done, undoEndsAt: now }, 1, now)?.reason).toBe("bulkEdits.errors.undoOver");
    expect(undoObstacle({ ...done, state: "UNDONE" }, 1, now)?.reason).toBe("bulkEdits.errors.undone");
    expect(undoObstacle({ state: "PREPARED", undoEndsAt: null }, 1, now)?.reason).toBe("bulkEdits.errors.notDone");
  });
});

describe("what a bulk edit takes", () => {
  const input = { list: "", field: "education", reach: "ALL", value: "PRIMARY" };
  const problem = (changes: object) => prepareBulkEditInput.safeParse({ ...input, ...changes }).error?.issues[0];

  it("is a value as the form of one member takes it, and never an empty one", () => {
    expect(prepareBulkEditInput.parse(input)).toMatchObject({ value: "PRIMARY", members: [] });
    expect(prepareBulkEditInput.parse({ ...input, field: "occupation", value: "  Làm   ruộng " }).value).toBe(
      "Làm ruộng",
    );
    expect(problem({ value: "SOMETHING" })).toMatchObject({
      path: ["value"],
      params: { key: "refusals.fields.choose" },
    });
    expect(problem({ field: "religion", value: " " })).toMatchObject({ message: "refusals.fields.required" });
    expect(problem({ field: "religion", value: "x".repeat(41) })).toMatchObject({
      path: ["value"],
      params: { key: "refusals.tooLong", values: { max: 40 } },
    });
  });

  it("is one of the fields that many share: no name, number, date, branch or status", () => {
    for (const field of ["fullName", "phone", "birthOn", "cardNumber", "branchId", "health", "careerHistory"]) {
      expect(problem({ field })?.path).toEqual(["field"]);
    }
    expect(bulkFields.filter((field) => !(field in editMemberInput.shape))).toEqual([]);
  });
});
