import { describe, expect, it } from "vitest";
import {
  excessIn,
  formEntries,
  PASSWORD_AGAIN,
  schemaInput,
  typedValues,
  withoutPasswords,
} from "@/lib/core/form-input";

describe("what a form sends", () => {
  it("may be 500 entries of 10,000 characters under one name, and no more", () => {
    const longest = "x".repeat(10_000);
    expect(excessIn({ note: longest, rating: Array.from({ length: 500 }, () => "a") })).toBeNull();
    expect(excessIn({ note: `${longest}x` })).toEqual({
      field: "note",
      problem: { key: "refusals.tooLong", params: { max: 10_000 } },
    });
    expect(excessIn({ rating: Array.from({ length: 501 }, () => "a") })?.problem.key).toBe("refusals.tooMany");
  });

  it("reaches the schema without its key and without the password that was asked for again", () => {
    const data = new FormData();
    for (const [name, value] of [
      ["formKey", "k"],
      [PASSWORD_AGAIN, "secret"],
      ["name", "Lò"],
      ["__proto__", "x"],
    ] as const) {
      data.append(name, value);
    }
    expect(schemaInput(formEntries(data))).toEqual({ name: "Lò" });
    expect(JSON.stringify(withoutPasswords(typedValues(formEntries(data))))).not.toContain("secret");
  });
});
