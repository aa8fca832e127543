import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutesSign, nextNumber } from "@/lib/features/meetings/rules/number";

describe("the number of minutes", () => {
  it.each([
    [1, "01-BB/CB"],
    [9, "09-BB/CB"],
    [10, "10-BB/CB"],
    [123, "123-BB/CB"],
    [null, "……-BB/CB"],
  ])("%s is written %s", (number, written) => {
    expect(minutesSign(number)).toBe(written);
  });

  it("counts from 1 without a gap, however many are given", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
        const given: number[] = [];
        while (given.length < count) given.push(nextNumber(given.at(-1) ?? null));
        expect(given).toEqual(Array.from({ length: count }, (_, place) => place + 1));
      }),
    );
  });
});
