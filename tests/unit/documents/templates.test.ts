import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { messages } from "@/lib/core/i18n/namespaces";
import { tagKey } from "@/lib/core/text/tag-key";
import { builtIns } from "@/lib/features/documents/catalogue/built-in";
import { documentTags } from "@/lib/features/documents/catalogue/tags";
import { versionOn } from "@/lib/features/documents/rules/versions";
import { documentKinds } from "@/lib/features/documents/schema";

const words = new Map<string, string>(Object.entries(messages.vi.documents.tags));
const keyOf = (code: string) => tagKey(words.get(code) ?? code);

describe("the placeholders", () => {
  it("have one name each, which no other has", () => {
    const names = [...words.values()].map(tagKey);
    expect(new Set(names).size).toBe(names.length);
  });

  it("never ask for a number of the identity papers", () => {
    expect([...words.values()].filter((name) => /định danh|CCCD|căn cước|chứng minh/iu.test(name))).toEqual([]);
  });
});

describe.each(documentKinds)("the shipped templates of %s", (kind) => {
  const { fields, loops } = documentTags[kind];
  const known = [...fields, ...loops.flatMap((loop) => [loop.code, ...loop.fields])].map(keyOf);

  it("ask for known placeholders only", () => {
    for (const { lines } of builtIns[kind]) {
      const asked = [...lines.join("\n").matchAll(/\{[#/]?([^{}]*)\}/gu)].map(([, tag = ""]) => tagKey(tag));
      expect(asked.length).toBeGreaterThan(5);
      expect(asked.filter((tag) => !known.includes(tag))).toEqual([]);
    }
  });

  it("name the document they follow, in the order of their days", () => {
    const days = builtIns[kind].map(({ startsOn }) => startsOn);
    expect(days).toEqual(days.toSorted());
    expect(builtIns[kind].every(({ document }) => document.length > 5)).toBe(true);
  });
});

describe("the version in force", () => {
  const versions = [
    { startsOn: day("2025-09-29"), name: "new" },
    { startsOn: day("2022-01-18"), name: "old" },
  ];
  it.each([
    ["2020-01-01", "old"],
    ["2022-01-18", "old"],
    ["2025-09-28", "old"],
    ["2025-09-29", "new"],
    ["2030-01-01", "new"],
  ])("on %s is the %s one", (on, name) => {
    expect(versionOn(versions, day(on))?.name).toBe(name);
  });
  it("is none where there is none", () => {
    expect(versionOn([], day("2026-01-01"))).toBeNull();
  });
});
