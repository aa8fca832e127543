import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileSize, versionsOf } from "@/lib/features/party-documents/rules/files";

describe("how large a file is", () => {
  it.each([
    [1, 1, "KB"],
    [20_480, 20, "KB"],
    [1_258_291, 1.2, "MB"],
    [10_485_760, 10, "MB"],
  ] as const)("%d bytes are %d %s", (bytes, amount, unit) => expect(fileSize(bytes)).toEqual({ amount, unit }));

  it("is never nothing and off by at most half of what is told", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_485_760 }), (bytes) => {
        const { amount, unit } = fileSize(bytes);
        const one = unit === "KB" ? 1024 : 1_048_576;
        expect(amount).toBeGreaterThan(0);
        expect(Math.abs(amount * one - bytes)).toBeLessThanOrEqual(unit === "KB" ? 1024 : 0.0501 * one);
      }),
    );
  });
});

describe("versions of files", () => {
  it("stand by their file, the newest first, and none is lost", () => {
    const file = (id: string, replacesId: string | null = null) => ({ id, replacesId });
    const versions = versionsOf([file("a"), file("b"), file("a2", "a"), file("c"), file("a3", "a2")]);
    expect(versions.map((one) => one.map(({ id }) => id))).toEqual([["a3", "a2", "a"], ["b"], ["c"]]);
  });
});
