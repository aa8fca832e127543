import { describe, expect, it } from "vitest";
import { isWholeRegister, purposeObstacle, wholeFilesObstacle } from "@/lib/features/members/rules/files";

describe("a file of members", () => {
  it.each([
    [0, 232, false],
    [116, 232, false],
    [117, 232, true],
    [232, 232, true],
    [0, 0, false],
  ])("with %i of %i rows is the whole register: %s", (rows, registered, whole) => {
    expect(isWholeRegister(rows, registered)).toBe(whole);
  });

  it("of the whole register is taken so many times a day", () => {
    expect(wholeFilesObstacle(2, 3)).toBeNull();
    expect(wholeFilesObstacle(3, 3)).toMatchObject({ reason: "exports.errors.wholeFilesTaken", params: { most: 3 } });
  });

  it("with sensitive columns needs a purpose in words", () => {
    expect(purposeObstacle("xem")).toMatchObject({ field: "purpose" });
    expect(purposeObstacle("Báo cáo quý")).toBeNull();
  });
});
