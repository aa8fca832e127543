import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookWords } from "@/components/imports/book-words";
import { Education, Qualification, Sex, TheoryLevel } from "@/lib/core/db/generated/enums";
import { neutralizeCell } from "@/lib/core/text/spreadsheet-cell";
import {
  BOOK_FIELDS,
  type BookMember,
  bookAccess,
  bookChoices,
  bookFields,
  bookRow,
} from "@/lib/features/imports/rules/book";
import { differencesOf } from "@/lib/features/imports/rules/differences";
import { entryOf } from "@/lib/features/imports/rules/entry";
import { meaningOfHead } from "@/lib/features/imports/rules/headers";
import { recordKeyOf, recordKeyText } from "@/lib/features/imports/rules/record-key";
import { OFFICE_FIELDS } from "@/lib/features/imports/schema/fields";
import { BRANCHES, TODAY } from "./sheets";

const words = bookWords();
const meanings = BOOK_FIELDS.map((field) => meaningOfHead([words.heads[field]]) ?? null);

function readBack(member: BookMember, cells = bookRow(member, BOOK_FIELDS, words)) {
  const row = { line: 2, cells: cells.map((cell) => (cell === null ? null : neutralizeCell(cell))), group: null };
  return entryOf(row, { meanings, branches: BRANCHES, format: "XLSX", today: TODAY });
}

const text = fc.constantFrom("Xã Xuân Nha", "Không", "=SUM(A1)", "Trồng trọt, chăn nuôi", "12", "Cử nhân Luật", "A1");
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const past = fc.constantFrom("1962-12-30", "1995-02-03", "2012-02-29");
const members: fc.Arbitrary<BookMember> = fc
  .record({
    fullName: fc.constantFrom("Ngần Văn Thiệp", "Hà Thị Ẩm", "Lò Văn Ước"),
    otherName: nullable(fc.constantFrom("Páo", "Ín")),
    sex: fc.constantFrom(...Object.values(Sex)),
    birthOn: fc.constantFrom("1962", "1970-05", "1975-08-15"),
    ...{ admittedOn: past, ceremonyOn: nullable(past), officialDecidedOn: nullable(past), officialOn: nullable(past) },
    cardNumber: nullable(fc.constantFrom("014123456789")),
    oldCardNumber: nullable(fc.constantFrom("01234567")),
    ...{
      cardIssuedBy: nullable(text),
      cardIssuedOn: nullable(past),
      recordNumber: nullable(fc.constantFrom("012345SL")),
    },
    ...{ birthCountry: nullable(text), birthProvince: nullable(text), birthPlace: nullable(text) },
    ...{ homeCountry: nullable(text), homeProvince: nullable(text), homePlace: nullable(text) },
    ...{ occupation: nullable(text), profession: nullable(text) },
    education: fc.constantFrom(...Object.values(Education)),
    qualification: fc.constantFrom(...Object.values(Qualification)),
    theoryLevel: fc.constantFrom(...Object.values(TheoryLevel)),
    ...{ foreignLanguages: nullable(text), informatics: nullable(text) },
    youthUnionOn: nullable(fc.constantFrom("1985", "1986-03")),
    ...{ enlistedOn: nullable(fc.constantFrom("1990")), dischargedOn: nullable(fc.constantFrom("1993-11")) },
  })
  .map((values) => ({
    id: "0198c0de-0000-4000-8000-000000000001",
    version: 7,
    branchName: BRANCHES[0]?.name ?? null,
    values,
  }));

describe("the book of a branch", () => {
  it("has heads that read back as its columns", () => {
    expect(meanings).toEqual([...BOOK_FIELDS]);
  });

  it("reads back without a difference when nothing was changed", () => {
    fc.assert(
      fc.property(members, (member) => {
        const entry = readBack(member);
        expect(entry.record).toEqual({ id: member.id, version: 7 });
        expect(entry.branch).toEqual(BRANCHES[0]);
        expect(differencesOf(entry.values, member.values)).toEqual([]);
        expect(entry.repairs).toEqual([]);
      }),
    );
  });

  it("reads an emptied cell as emptied, and a needed one as a repair", () => {
    fc.assert(
      fc.property(
        members,
        fc.constantFrom("occupation", "homePlace", "ceremonyOn", "youthUnionOn"),
        (member, field) => {
          const cells = bookRow(member, BOOK_FIELDS, words);
          cells[BOOK_FIELDS.indexOf(field)] = null;
          expect(readBack(member, cells).values[field]).toBeNull();
          cells[BOOK_FIELDS.indexOf("birthOn")] = null;
          expect(readBack(member, cells).repairs).toContainEqual({
            kind: "neededEmptied",
            field: "birthOn",
            column: BOOK_FIELDS.indexOf("birthOn"),
          });
        },
      ),
    );
  });

  it("keeps the office's columns out of a secretary's book", () => {
    expect(bookFields("OFFICE")).toEqual([...BOOK_FIELDS]);
    expect(bookFields("SECRETARY").filter((field) => OFFICE_FIELDS.includes(field))).toEqual([]);
  });

  it("hides what names the row, locks the branch, and offers every code but the unknown one", () => {
    expect(BOOK_FIELDS.filter((field) => bookAccess(field) !== "EDIT")).toEqual(["record", "branch"]);
    expect(bookChoices("education", words)).toHaveLength(Object.values(Education).length - 1);
    expect(bookChoices("occupation", words)).toEqual([]);
  });

  it("names a record in one cell, and takes nothing else for one", () => {
    const key = { id: "0198c0de-0000-4000-8000-000000000001", version: 12 };
    expect(recordKeyOf(recordKeyText(key))).toEqual(key);
    for (const wrong of ["", "12", key.id, `${key.id}.x`, `${key.id}.1234567890`])
      expect(recordKeyOf(wrong)).toBeNull();
  });
});
