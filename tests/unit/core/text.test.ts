import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLines, cleanName, cleanText } from "@/lib/core/text/clean";
import { foldText, nameKey } from "@/lib/core/text/fold";
import { escapeLike, matchesAllWords, searchTerms, searchText } from "@/lib/core/text/search";
import { neutralizeCell, restoreCell, runsAsFormula } from "@/lib/core/text/spreadsheet-cell";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("a", "Đ", "ð", " ", "\t", "\n", "'", "=", "-", "＝", "\0", "\u200b", "\u202e", "ợ", "\u0301"),
  }),
);

describe("cleaning", () => {
  test.each([
    ["  Lò   Văn\tPao \n", "Lò Văn Pao", false],
    ["Lò\u200b Văn\u202e Pao", "Lò Văn Pao", true],
    ["Lò\u0000Văn", "LòVăn", true],
    ["Lò\u00a0Văn", "Lò Văn", false],
    ["\ufeffLò", "Lò", false],
    ["Lo\u0300", "Lò", false],
    ["Lò \ud800", "Lò", true],
    ["\u00ad\u2066\u2069", "", true],
  ])("%j becomes %j", (typed, text, removed) => {
    expect(cleanText(typed)).toEqual({ text, removed, corrected: false });
  });

  test("a name's lookalikes of Đ are corrected, and said so", () => {
    expect(cleanName("Ðinh Văn Ɖức")).toEqual({ text: "Đinh Văn Đức", removed: false, corrected: true });
    expect(cleanName("ðinh")).toEqual({ text: "đinh", removed: false, corrected: true });
    expect(cleanName("Sồng A Páo")).toEqual({ text: "Sồng A Páo", removed: false, corrected: false });
  });

  test("a note keeps its lines", () => {
    expect(cleanLines("\r\n một \r\n\r\n hai\u200b  ba\u2028bốn\n").text).toBe("một\n\nhai ba\nbốn");
    expect(cleanLines("một\u202e\nhai").removed).toBe(true);
  });

  test("cleaning twice changes nothing and removes nothing more", () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        for (const clean of [cleanText, cleanName, cleanLines]) {
          const once = clean(typed).text;
          expect(clean(once)).toEqual({ text: once, removed: false, corrected: false });
          expect(once).toBe(once.normalize("NFC"));
        }
      }),
    );
  });
});

describe("folding", () => {
  test.each([
    ["Ngần Văn Thiệp", "ngan van thiep"],
    ["THIỆP", "thiep"],
    ["Đảng ủy", "dang uy"],
    ["O\u1fef", "o'"],
    ["Đảng uỷ", "dang uy"],
    ["hòa", "hoa"],
    ["hoà", "hoa"],
    ["  Sồng   A Páo ", "song a pao"],
    ["Ðinh", "dinh"],
    ["Y Bhĭm Niê Ƀuôn", "y bhim nie buon"],
    ["H’Mông", "h'mong"],
    ["１２３", "123"],
  ])("%j folds to %j", (text, folded) => expect(foldText(text)).toBe(folded));

  test("NFC and NFD fold alike, and folding twice changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(foldText(text.normalize("NFD"))).toBe(folded);
        expect(foldText(text.normalize("NFC"))).toBe(folded);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  test("spellings of one name share a key", () => {
    expect(nameKey("H’Mông  Thị-Ẩm.")).toBe(nameKey("HMÔNG THỊẨM"));
    expect(nameKey("Lò Văn Pao (B)")).toBe("lo van pao b");
    expect(nameKey("Đinh Văn Quân")).not.toBe(nameKey("Đinh Văn Quang"));
  });
});

describe("searching people", () => {
  const stored = searchText("Ngần Văn Thiệp", ["1234", null]);

  test.each(["thiep", "THIỆP", "ngan van", "van ngan", "thi", "Nga\u0302\u0300n", "  thiệp   ngần", "1234", "", " "])(
    "%j finds Ngần Văn Thiệp",
    (query) => expect(matchesAllWords(stored, query)).toBe(true),
  );

  test.each(["an", "hiep", "thiep quan", "234", "%", "_", "\\", "'", "😀", "x".repeat(10_000)])(
    "%j does not",
    (query) => expect(matchesAllWords(stored, query)).toBe(false),
  );

  test("each word is asked for once", () => expect(searchTerms("Lò lo  LÒ văn")).toEqual([" lo", " van"]));

  test("every order of every beginning of a name's words finds it", () => {
    const words = fc.array(fc.constantFrom("Sồng", "A", "Páo", "Hà", "Thị", "Ẩm", "Vì", "Ộp", "Đức", "Hòa", "Hoà"), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (parts, letters) => {
        const query = parts
          .toReversed()
          .map((part) => part.normalize("NFD").slice(0, letters))
          .join("  ");
        expect(matchesAllWords(searchText(parts.join(" ")), query)).toBe(true);
      }),
    );
  });

  test("LIKE's own signs are escaped", () => expect(escapeLike("5%_\\a")).toBe("5\\%\\_\\\\a"));

  test("ten thousand hostile characters fold in a blink", () => {
    const started = performance.now();
    for (const hostile of ["a\u0301".repeat(5000), " ".repeat(10_000), "'".repeat(10_000)]) {
      searchTerms(hostile);
      cleanName(hostile);
      neutralizeCell(hostile);
    }
    expect(performance.now() - started).toBeLessThan(150);
  });
});

describe("a spreadsheet cell", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM",
    "\tx",
    "\rx",
    "\nx",
    "\0x",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "  =1",
    "\u00a0=1",
    "'=1",
  ])("%j is written as text and read back exactly", (text) => {
    expect(runsAsFormula(text)).toBe(true);
    expect(neutralizeCell(text)).toBe(`'${text}`);
    expect(restoreCell(neutralizeCell(text))).toBe(text);
  });

  test.each(["Lò Văn Pao", "", "a=1", "'quoted'", "1-2", "3/2/1995"])("%j stays as it is", (text) => {
    expect(neutralizeCell(text)).toBe(text);
    expect(restoreCell(text)).toBe(text);
  });

  test("nothing is lost on the way out and in, and nothing runs", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(restoreCell(neutralizeCell(text))).toBe(text);
        expect(/^\s*[=+\-@＝＋－＠\t\r\n\0]/u.test(neutralizeCell(text))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
