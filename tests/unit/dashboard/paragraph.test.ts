import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { writtenFilling } from "@/components/dashboard/written-filling";
import { day } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { type Locale, locales } from "@/lib/core/i18n/locale";
import { messages } from "@/lib/core/i18n/namespaces";
import {
  type OpenLists,
  type ParagraphFacts,
  type Sentence,
  yearParagraph,
} from "@/lib/features/dashboard/rules/paragraph";
import type { YearFigures } from "@/lib/features/dashboard/schema";
import { inventedFigures } from "./invented-figures";

const all: OpenLists = {
  members: true,
  branches: true,
  assignments: true,
  ratings: true,
  inspections: true,
  committee: true,
};
const none: OpenLists = {
  members: false,
  branches: false,
  assignments: false,
  ratings: false,
  inspections: false,
  committee: false,
};
const naAn = {
  id: "3f8f7a4e-0000-4000-8000-000000000001",
  name: "Chi bộ bản Nà An",
  members: 25,
  rated: 23,
  goodOrBetter: 21,
  level: null,
};

const report: YearFigures = {
  body: { name: "Đảng bộ xã Xuân Nha", superiorName: "Huyện ủy Vân Hồ" },
  members: {
    total: 232,
    official: 223,
    probationary: 9,
    female: 76,
    ethnicMinority: 190,
    exempt: 7,
    suspended: 0,
    interrupted: 0,
  },
  byBranch: [],
  heads: { villages: 8, together: 8, schooled: 8 },
  assignments: { branches: 12, branchesWithMain: 12, people: 12 },
  inspections: { events: 5, inspections: 3, supervisions: 2, branches: 5, members: 1, withDiscipline: 0 },
  ratings: {
    year: 2022,
    members: { rated: 221, notRated: 11, goodOrBetter: 200, EXCELLENT: 33, GOOD: 167, COMPLETED: 21, FAILED: 0 },
    branches: { rated: 12, notRated: 0, goodOrBetter: 12, EXCELLENT: 2, GOOD: 10, COMPLETED: 0, FAILED: 0 },
    committee: "GOOD",
    targets: {},
  },
  next: { BRANCHES_GOOD_OR_BETTER: 1000 },
};

function facts(figures: YearFigures, changes: Partial<ParagraphFacts> = {}): ParagraphFacts {
  return { year: 2022, on: day("2022-12-31"), figures, lists: all, ownBranches: [], ...changes };
}

function written(sentence: Sentence, locale: Locale): string {
  const broken: string[] = [];
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: "dashboard",
    onError: (error) => broken.push(error.message),
  });
  const values = Object.entries(sentence.values).flatMap(([name, filling]) =>
    writtenFilling(name, filling, formatIn(locale), (level) => t(`levels.${level}`)),
  );
  const tags = Object.entries(sentence.links).map(([tag, href]) => [
    tag,
    (words: string) => (href === null ? words : `[${words}](${href})`),
  ]);
  const text = t.markup(`paragraph.${sentence.key}`, Object.fromEntries([...values, ...tags]));
  expect(broken).toEqual([]);
  return text;
}

describe("the paragraph of 2022", () => {
  it("says in Vietnamese what the year was, every number a link", () => {
    const text = yearParagraph(facts(report)).map((sentence) => written(sentence, "vi"));
    expect(text).toEqual([
      "Đến hết ngày 31/12/2022, Đảng bộ xã Xuân Nha quản lý [232 đảng viên](/members?on=2022-12-31), sinh hoạt tại [12 chi bộ](/branches?on=2022-12-31).",
      "Đảng ủy giao [12 cấp ủy viên](/assignments?on=2022-12-31) theo dõi, giúp đỡ cơ sở; [12/12 chi bộ](/assignments?on=2022-12-31) có người phụ trách chính.",
      "Bí thư chi bộ kiêm trưởng bản ở [100% (8/8)](/branches?on=2022-12-31&heads=concurrent) số bản, trong đó [8/8](/branches?on=2022-12-31&heads=concurrent) đồng chí có học vấn trung học cơ sở hoặc cao hơn.",
      "Trong năm đã kết luận [5 cuộc kiểm tra, giám sát](/inspections?year=2022), đối tượng là [5 chi bộ](/inspections?year=2022&subjects=branches) và [1 đảng viên](/inspections?year=2022&subjects=members).",
      "Không cuộc nào dẫn đến kỷ luật.",
      "Khi xếp loại cuối năm, [90,5% (200/221)](/ratings/2022?level=GOOD_OR_BETTER) đảng viên được xếp loại đạt mức hoàn thành tốt nhiệm vụ trở lên.",
      "Mức hoàn thành xuất sắc nhiệm vụ có [33 đảng viên](/ratings/2022?level=EXCELLENT).",
      "Thuộc diện không xếp loại có [11 đảng viên](/ratings/2022?level=NOT_RATED).",
      "Về tập thể, [100% (12/12)](/ratings/2022?tab=branches&level=GOOD_OR_BETTER) chi bộ đạt mức hoàn thành tốt nhiệm vụ trở lên.",
      "Đảng bộ được cấp trên xếp loại [hoàn thành tốt nhiệm vụ](/ratings/2022?tab=committee).",
      "Chỉ tiêu năm 2023 là 100% chi bộ đạt mức hoàn thành tốt nhiệm vụ trở lên.",
    ]);
  });

  it("says the same in English", () => {
    const text = yearParagraph(facts(report))
      .map((sentence) => written(sentence, "en"))
      .join(" ");
    for (const part of [
      "[232 members]",
      "[12 branches]",
      "[90.5% (200/221)]",
      "[100% (12/12)]",
      "[5 inspections and supervisions]",
      "[5 branches]",
      "[1 member]",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("gives a secretary the numbers without links, and the own branch's with them", () => {
    const sentences = yearParagraph(facts(report, { lists: none, ownBranches: [naAn] }));
    const linked = sentences.filter((sentence) => Object.values(sentence.links).some((href) => href !== null));
    expect(linked.map((sentence) => sentence.key)).toEqual(["branchRated"]);
    expect(linked.map((sentence) => written(sentence, "vi"))).toEqual([
      `Riêng Chi bộ bản Nà An có [25 đảng viên](/members?on=2022-12-31&branch=${naAn.id}); [91,3% (21/23)](/ratings/2022?branch=${naAn.id}&level=GOOD_OR_BETTER) đảng viên được xếp loại đạt mức hoàn thành tốt nhiệm vụ trở lên.`,
    ]);
  });

  it("leaves out what has not been decided or did not happen", () => {
    const empty: YearFigures = {
      ...report,
      heads: { villages: 0, together: 0, schooled: 0 },
      assignments: { branches: 12, branchesWithMain: 0, people: 0 },
      inspections: { events: 0, inspections: 0, supervisions: 0, branches: 0, members: 0, withDiscipline: 0 },
      ratings: { year: 2022, members: null, branches: null, committee: null, targets: {} },
      next: {},
    };
    expect(yearParagraph(facts(empty)).map((sentence) => sentence.key)).toEqual(["organization"]);
  });
});

describe("the paragraph of any year", () => {
  it("is written in both languages without a gap, and never rounds a share without its fraction", () => {
    fc.assert(
      fc.property(
        inventedFigures,
        fc.constantFrom(all, none),
        fc.constantFrom(...locales),
        (figures, lists, locale) => {
          for (const sentence of yearParagraph(facts(figures, { lists }))) {
            const text = written(sentence, locale);
            expect(text).not.toMatch(/[{}<>]|undefined|NaN|paragraph\./u);
            const bare = text.match(/\d%(?! \(\d)/u);
            expect(bare === null || sentence.key === "branchTarget").toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has no link for who opens no list", () => {
    fc.assert(
      fc.property(inventedFigures, (figures) => {
        const links = yearParagraph(facts(figures, { lists: none })).flatMap((sentence) =>
          Object.values(sentence.links),
        );
        expect(links.every((href) => href === null)).toBe(true);
      }),
    );
  });
});
