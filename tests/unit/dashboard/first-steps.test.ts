import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstSteps } from "@/lib/features/dashboard/rules/first-steps";
import { inventedFigures } from "./invented-figures";

describe("where to begin", () => {
  it("is told in order to who fills the register, with what is there already", () => {
    fc.assert(
      fc.property(inventedFigures, (figures) => {
        const empty = { ...figures, members: { ...figures.members, total: 0 } };
        expect(firstSteps(empty, { mayFill: true }).map(({ key, done }) => [key, done])).toEqual([
          ["name", figures.body !== null],
          ["branches", figures.assignments.branches > 0],
          ["members", false],
          ["term", false],
        ]);
      }),
    );
  });

  it("is nothing for readers, and nothing once there are members", () => {
    fc.assert(
      fc.property(inventedFigures, fc.integer({ min: 1, max: 500 }), (figures, total) => {
        const filled = { ...figures, members: { ...figures.members, total } };
        expect(firstSteps(filled, { mayFill: true })).toEqual([]);
        expect(firstSteps({ ...figures, members: { ...figures.members, total: 0 } }, { mayFill: false })).toEqual([]);
      }),
    );
  });
});
