import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventWordsIn } from "@/components/audit/event-words";
import { messages } from "@/lib/core/i18n/namespaces";
import { memberFileColumns, memberListInput } from "@/lib/features/members/schema";

const folders = ["lib/features", "lib/core"];

function eventTypes(): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const texts = files.filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(name, "utf8"));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/\btype: ("[a-zA-Z]+\.[a-zA-Z]+"( \| )?)+/g)].flatMap(
      ([types]) => types.match(/\w+\.\w+/g) ?? [],
    ),
  );
  return [...new Set(found)].sort();
}

describe("the audit trail", () => {
  it.each(["vi", "en"] as const)("has words for every event in %s", (locale) => {
    const known = Object.entries(messages[locale].audit.events).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    const types = eventTypes();
    expect(types.length).toBeGreaterThan(30);
    expect(types.filter((type) => !known.includes(type))).toEqual([]);
  });

  it.each(["vi", "en"] as const)("has words for every filter and every column of an exported list in %s", (locale) => {
    const { sort: _sort, size: _size, cols: _cols, ...filters } = memberListInput.parse({});
    const names = [...Object.keys(filters), ...memberFileColumns];
    expect(names.filter((name) => !(name in messages[locale].audit.fields))).toEqual([]);
  });

  it("tells which value of the rules was changed, and from what to what", () => {
    const { changes } = eventWordsIn("vi");
    expect(changes({}, { parameter: "memberCap_base" })).toEqual([
      { name: "Giá trị nào", before: null, after: "Cơ sở tính với đảng viên" },
    ]);
    expect(changes({ ruleValue: "AT_LEAST 2/3" }, { ruleValue: "MORE_THAN 1/2" })).toEqual([
      { name: "Giá trị", before: "ít nhất 2/3", after: "trên 1/2" },
    ]);
    expect(changes({ ruleValue: 6 }, { ruleValue: 9 })).toEqual([{ name: "Giá trị", before: "6", after: "9" }]);
  });

  it("tells an export in the reader's words, and no bare id", () => {
    const params = { format: "xlsx", status: "OFFICIAL", columns: "fullName, sex", record: crypto.randomUUID() };
    expect(eventWordsIn("vi").changes({}, params)).toEqual([
      { name: "Loại tệp", before: null, after: "Excel" },
      { name: "Trạng thái", before: null, after: "Chính thức" },
      { name: "Các cột", before: null, after: "Họ và tên, Giới tính" },
    ]);
  });
});
