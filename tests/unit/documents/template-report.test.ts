import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import type { TagSeen } from "@/lib/core/files/template-reader/reading";
import { reportObstacle, templateReport } from "@/lib/features/documents/rules/template-report";
import { ownVersionOn, restoreObstacle, startObstacle } from "@/lib/features/documents/rules/versions";

const known = {
  fields: ["Họ và tên", "Ngày sinh"],
  loops: [
    { name: "Quá trình", fields: ["Năm"] },
    { name: "Gia đình", fields: ["Quan hệ"] },
  ],
};
const field = (tag: string): TagSeen => ({ tag, kind: "FIELD", inside: [] });
const loop = (tag: string, ...inside: TagSeen[]): TagSeen => ({ tag, kind: "LOOP", inside });
const report = (...tags: TagSeen[]) => templateReport({ tags, faults: [] }, known);

describe("what is found in a template", () => {
  it("is each placeholder once, whatever its case and spaces", () => {
    const found = report(field("Họ và tên"), field("HỌ  VÀ TÊN"), field("ngày sinh".normalize("NFD")));
    expect(found).toMatchObject({ found: ["Họ và tên", "ngày sinh".normalize("NFD")], unknown: [], misplaced: [] });
  });

  it("knows the columns of a table in its rows, and beside them what stands alone", () => {
    const found = report(loop("Quá trình", field("Năm"), field("Họ và tên")));
    expect(found).toMatchObject({ found: ["Quá trình", "Năm", "Họ và tên"], misplaced: [] });
  });

  it.each<[string, TagSeen[]]>([
    ["a column outside its table", [field("Năm")]],
    ["a column of another table", [loop("Quá trình", field("Quan hệ"))]],
    ["a table that is written as a placeholder", [field("Quá trình")]],
    ["a placeholder that is written as a table", [loop("Họ và tên")]],
    ["a table inside a table", [loop("Quá trình", loop("Gia đình"))]],
    ["a condition", [{ tag: "Quá trình", kind: "OTHER", inside: [] }]],
  ])("is misplaced: %s", (_what, tags) => {
    expect(report(...tags).misplaced).toHaveLength(1);
  });

  it.each(["Số CCCD", "constructor", "__proto__", "=[[ ]]=", "", "fullName"])("is unknown: {%s}", (tag) => {
    expect(report(field(tag)).unknown).toEqual([tag]);
  });

  it("is refused with any fault, and where nothing would be filled", () => {
    const faults = [{ kind: "UNCLOSED_TAG", near: "{Họ" }] as const;
    expect(reportObstacle(templateReport({ tags: [field("Họ và tên")], faults }, known))?.reason).toBe(
      "documents.errors.templateFaulty",
    );
    expect(reportObstacle(report(field("Họ và tên"), field("Tuổi")))?.reason).toBe("documents.errors.templateFaulty");
    expect(reportObstacle(report(field("Họ và tên"), field("Năm")))?.reason).toBe("documents.errors.templateFaulty");
    expect(reportObstacle(report())?.reason).toBe("documents.errors.templateEmpty");
    expect(reportObstacle(report(field("Họ và tên")))).toBeNull();
  });
});

describe("the committee's own version in force", () => {
  const versions = [
    { version: 3, startsOn: day("2026-12-01") },
    { version: 2, startsOn: day("2027-01-01") },
    { version: 1, startsOn: day("2026-11-01") },
  ];
  it.each([
    ["2026-10-31", null],
    ["2026-11-30", 1],
    ["2026-12-31", 3],
    ["2027-06-01", 3],
  ])("on %s is %s: what was accepted last, of what has started", (on, version) => {
    expect(ownVersionOn(versions, day(on))?.version ?? null).toBe(version);
  });

  it("begins on no day past, and is gone back from only where there is one", () => {
    const today = day("2026-11-26");
    expect(startObstacle(day("2026-11-25"), today)?.reason).toBe("documents.errors.startsInPast");
    expect(startObstacle(today, today)).toBeNull();
    expect(restoreObstacle(null)?.reason).toBe("documents.errors.builtInAlready");
    expect(restoreObstacle({ isOwn: false })?.reason).toBe("documents.errors.builtInAlready");
    expect(restoreObstacle({ isOwn: true })).toBeNull();
  });
});
