import fc from "fast-check";
import { expect, test } from "vitest";
import { collationKey, givenName, sortKey } from "@/lib/core/text/sort-key";

const collator = new Intl.Collator("vi");

function byCollator(one: string, other: string): number {
  return Math.sign(collator.compare(givenName(one), givenName(other)) || collator.compare(one, other));
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

const initials = [
  "",
  "b",
  "c",
  "ch",
  "d",
  "đ",
  "g",
  "gi",
  "h",
  "kh",
  "l",
  "m",
  "n",
  "ng",
  "nh",
  "ph",
  "qu",
  "s",
  "t",
  "th",
  "tr",
  "v",
  "x",
];
const vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ia", "oa", "uô", "ươ"];
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const finals = ["", "n", "m", "ng", "nh", "p", "t", "c", "o", "i"];

const syllable = fc
  .tuple(
    fc.constantFrom(...initials),
    fc.constantFrom(...vowels),
    fc.constantFrom(...tones),
    fc.constantFrom(...finals),
  )
  .map(([initial, vowel, tone, final]) => initial + vowel + tone + final);
const cased = fc
  .tuple(syllable, fc.constantFrom("lower", "title", "upper"))
  .map(([text, size]) =>
    size === "upper" ? text.toUpperCase() : size === "title" ? text.charAt(0).toUpperCase() + text.slice(1) : text,
  );
const known = fc.constantFrom(
  ...["Sồng", "A", "Páo", "Hà", "Thị", "Ẩm", "Vì", "Văn", "Ộp", "Giàng", "Chu", "Lò", "Ngần", "Thiệp", "Đinh", "Dinh"],
  ...["H'Mông", "Y", "Bhĭm", "Niê", "Kdăm", "Ksor", "Hoà", "Hòa", "Đặng", "Đăng", "Dang", "Mùa", "Thào", "Vàng", "Bạc"],
  ...["An", "Án", "Ân", "Ăn", "Ạn", "Thiep", "Tuấn-Anh", "3", "10", "(B)", "ăn", "AN", "Jê", "Fin", "Wừ", "Zơ"],
);
const form = fc.constantFrom("NFC", "NFD");
const name = fc
  .tuple(fc.array(fc.oneof(known, cased), { minLength: 1, maxLength: 5 }), form)
  .map(([words, normal]) => words.join(" ").normalize(normal));

test("the byte order of the keys is the collator's order by given name, then by full name", () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(byBytes(sortKey(one), sortKey(other))).toBe(byCollator(one, other));
    }),
    { numRuns: 20_000 },
  );
});

test("names that differ in one tone, letter or size come in the collator's order", () => {
  const near = fc
    .tuple(syllable, syllable, syllable)
    .chain(([family, middle, given]) =>
      fc.tuple(
        ...[family, middle, given].map((word) =>
          fc.constantFrom(word, word.toUpperCase(), `${word.normalize("NFD")[0]}`),
        ),
      ),
    );
  fc.assert(
    fc.property(near, near, (one, other) => {
      const [first, second] = [one.join(" ").normalize("NFC"), other.join(" ").normalize("NFD")];
      expect(byBytes(sortKey(first), sortKey(second))).toBe(byCollator(first, second));
      expect(byBytes(collationKey(first), collationKey(second))).toBe(Math.sign(collator.compare(first, second)));
    }),
    { numRuns: 5000 },
  );
});

test("every pair of a real list is in order", () => {
  const list = [
    ...[
      "Lò Văn A",
      "Hà Thị Ẩm",
      "Vì Văn Ẩm",
      "Quàng Văn Bun",
      "Lường Văn Bun",
      "Đinh Văn Dũng",
      "Vì Thị Đào",
      "Sồng A Páo",
    ],
    ...[
      "Giàng A Chu",
      "Hà Văn Ộp",
      "Vì Văn Ộp",
      "Đinh Văn Quân",
      "Ngần Văn Thiệp",
      "Lò Thị Ưng",
      "Hà Văn Ước",
      "Mùi Văn Yên",
    ],
  ];
  for (const one of list) {
    for (const other of list) expect(byBytes(sortKey(one), sortKey(other))).toBe(byCollator(one, other));
  }
});

test("the letters stand in the Vietnamese order", () => {
  const letters = [..."aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"];
  expect(letters.toSorted((one, other) => byBytes(collationKey(one), collationKey(other)))).toEqual(letters);
});

test("a tone decides only between names of the same letters", () => {
  const sorted = ["Đặng", "Đăng", "Dang", "Đằng An"].toSorted((one, other) =>
    byBytes(collationKey(one), collationKey(other)),
  );
  expect(sorted).toEqual(["Dang", "Đăng", "Đặng", "Đằng An"]);
});

test.each([
  ["Sồng A Páo", "Páo"],
  ["Hà Thị Ẩm", "Ẩm"],
  ["Vì Văn Ộp ", "Ộp"],
  ["Lò Văn Bun (B)", "Bun"],
  ["Páo", "Páo"],
  ["3", "3"],
  ["", ""],
])("the given name of %j is %j", (fullName, given) => expect(givenName(fullName)).toBe(given));

test("letters of other scripts have a place after z", () => {
  expect(byBytes(collationKey("z"), collationKey("Ж"))).toBe(-1);
});

test("the key is plain ASCII", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(sortKey(text)).toMatch(/^[ -~]*$/u);
    }),
  );
});
