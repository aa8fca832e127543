import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOf } from "@/lib/core/share";

test.each([
  [200, 221, 905],
  [12, 12, 1000],
  [0, 12, 0],
  [210, 232, 905],
  [1, 3, 333],
  [2, 3, 667],
  [1, 2000, 1],
  [1, 2001, 0],
  [0, 0, null],
])("%i of %i is %s tenths of a percent", (numerator, denominator, percentTenths) => {
  expect(shareOf(numerator, denominator)).toEqual({ numerator, denominator, percentTenths });
});

test("counts that cannot be a share are refused", () => {
  for (const [part, whole] of [
    [2, 1],
    [-1, 1],
    [0.5, 1],
    [1, Number.MAX_SAFE_INTEGER],
  ] as const) {
    expect(() => shareOf(part, whole)).toThrow(RangeError);
  }
});

test("the rounded share is never further than half a tenth from the true one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (whole, seed) => {
      const part = seed % (whole + 1);
      expect(Math.abs((shareOf(part, whole).percentTenths ?? -1) * whole - part * 1000) * 2).toBeLessThanOrEqual(whole);
    }),
  );
});
