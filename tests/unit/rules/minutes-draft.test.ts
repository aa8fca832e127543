import { describe, expect, it } from "vitest";
import { differsFrom, entriesOf, placesIn } from "@/lib/features/meetings/rules/minutes-draft";
import { keepDraftInput } from "@/lib/features/meetings/schema/minutes-draft";

const item = { position: 1, title: "Sửa đường", opinions: null, conclusion: "Nhất trí", yes: 12, no: 0, other: null };
const stored = entriesOf({ conclusion: null, items: [item, { ...item, position: 2, yes: null, no: null }] });

describe("a draft of minutes", () => {
  it("is compared control by control with what is stored, where nothing is what is empty", () => {
    expect(stored).toEqual({
      ...{ "title-1": "Sửa đường", "conclusion-1": "Nhất trí", "yes-1": "12", "no-1": "0" },
      ...{ "title-2": "Sửa đường", "conclusion-2": "Nhất trí" },
    });
    expect(differsFrom(stored, { ...stored })).toBe(false);
    expect(differsFrom(stored, { ...stored, "yes-1": "11" })).toBe(true);
    expect(differsFrom(stored, { ...stored, conclusion: "Thống nhất" })).toBe(true);
    const { "title-2": _emptied, ...less } = stored;
    expect(differsFrom(stored, less)).toBe(true);
  });

  it("has as many items as its highest place", () => {
    expect([
      placesIn(stored),
      placesIn({ "opinions-12": "Nhất trí" }),
      placesIn({ conclusion: "x" }),
      placesIn({}),
    ]).toEqual([...[2, 12, 0, 0]]);
  });

  it.each([
    [{ "title-1": "Sửa đường", conclusion: "" }, { "title-1": "Sửa đường" }],
    [{ "yes-99": "mười" }, { "yes-99": "mười" }],
    [{ "yes-100": "1" }, null],
    [{ place: "Nhà văn hóa" }, null],
    [{ conclusion: "TUYỆT MẬT" }, null],
  ])("of %j is kept as %j", (entries, kept) => {
    const id = "0e6b2f1c-5f0c-4a0f-8d7e-0a4f7f4b6a11";
    const parsed = keepDraftInput.safeParse({ id, version: "3", entries });
    expect(parsed.success ? parsed.data : null).toEqual(kept && { id, version: 3, entries: kept });
  });
});
