import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, daysBetween, partsOf, typedForm, WIDEST_RANGE } from "@/lib/core/day";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { branchNamed } from "@/lib/features/imports/rules/branches";
import { readEducation, readSex, readStatus } from "@/lib/features/imports/rules/choices";
import { dayOfSerial, readDay, readDayPair, readPartialDay } from "@/lib/features/imports/rules/dates";
import { NUMBER_FORMS, readNumber, readRecordNumber } from "@/lib/features/imports/rules/numbers";
import { BRANCHES, TODAY } from "./sheets";

const range = { first: WIDEST_RANGE.first, last: TODAY };
const anyDay = fc.integer({ min: 0, max: 46_000 }).map((days) => addDays(day("1900-03-01"), days));
const valueOf = (read: object) => ("value" in read ? read.value : read);
const noticeOf = (read: object) => ("notice" in read ? read.notice : undefined);
const repairOf = (read: object) => ("repair" in read ? read.repair : undefined);

describe("a date in a cell", () => {
  it.each<[SheetCell, string]>([
    ["03/02/1995", "1995-02-03"],
    ["3-2-1995", "1995-02-03"],
    ["03.02.1995.", "1995-02-03"],
    [" 3 / 2 / 1995 ", "1995-02-03"],
    ["'03/02/1995", "1995-02-03"],
    ["03/02/1995 00:00:00", "1995-02-03"],
    ["1995-02-03T00:00:00.000Z", "1995-02-03"],
    ["Ngày 03 tháng 02 năm 1995", "1995-02-03"],
    ["ngày 3 tháng 2 năm 1995".normalize("NFD"), "1995-02-03"],
    ["03 02 1995", "1995-02-03"],
    ["1968", "1968"],
    [1968, "1968"],
    ["năm 1968", "1968"],
    ["00/00/1968", "1968"],
    ["?/5/1998", "1998-05"],
    ["5/1998", "1998-05"],
    ["T5/1998", "1998-05"],
    ["tháng 5 năm 1998", "1998-05"],
    [{ serial: 34_733 }, "1995-02-03"],
    [34_733, "1995-02-03"],
    [3_021_995, "1995-02-03"],
    [{ serial: 1968 }, "1968"],
    ["3/2/95", "1995-02-03"],
  ])("%j is %s", (cell, expected) => expect(valueOf(readPartialDay(cell, range))).toBe(expected));

  it.each<[SheetCell, string]>([
    ["31/02/1970", "dayNotReal"],
    ["13/13/1970", "dayNotReal"],
    ["3/2/15", "dayTwoYears"],
    ["không nhớ", "dayUnreadable"],
    ["03/02/2095", "dayOutOfRange"],
    [true, "dayUnreadable"],
    [99_999_999, "dayNotReal"],
  ])("%j needs %s", (cell, repair) => expect(repairOf(readPartialDay(cell, range))).toBe(repair));

  it("tells what was assumed", () => {
    expect(noticeOf(readPartialDay({ serial: 1968 }, range))).toBe("yearInDayCell");
    expect(noticeOf(readPartialDay("3/2/95", range))).toBe("centuryTaken");
    expect(noticeOf(readPartialDay(3_021_995, range))).toBe("zeroRestored");
  });

  it("is asked for whole where a whole day is needed", () => {
    expect(repairOf(readDay("5/1998", range))).toBe("dayIncomplete");
    expect(readDay("", range)).toEqual({ kind: "EMPTY" });
  });

  it("may be two days in one cell", () => {
    expect(readDayPair("03/02/1995\n03/02/1996", range).map(valueOf)).toEqual(["1995-02-03", "1996-02-03"]);
    expect(readDayPair("3/2/1995", range).map((read) => read.kind)).toEqual(["VALUE", "EMPTY"]);
  });

  it("is the same day however it is written", () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const { year, month, date } = partsOf(on);
        const serial = daysBetween(day("1899-12-30"), on);
        const written: SheetCell[] = [
          typedForm(on),
          on,
          `${date}-${month}-${year}`,
          `ngày ${date} tháng ${month} năm ${year}`,
          ...(serial > 2200 ? [{ serial }, serial, { serial: serial + 0.5 }] : []),
        ];
        const wide = { first: WIDEST_RANGE.first, last: day("2099-12-31") };
        for (const cell of written) expect(valueOf(readPartialDay(cell, wide))).toBe(on);
      }),
    );
  });

  it("counts days as a spreadsheet does, its 29 February 1900 included", () => {
    expect(dayOfSerial(1)).toBe("1900-01-01");
    expect(dayOfSerial(59)).toBe("1900-02-28");
    expect(dayOfSerial(61)).toBe("1900-03-01");
    expect(dayOfSerial(0)).toBeNull();
  });
});

describe("a number in a cell", () => {
  const file = { format: "XLSX" } as const;

  it("keeps its zeros, as text or put back", () => {
    expect(readNumber("014092001234", NUMBER_FORMS.idNumber, file)).toEqual({ kind: "VALUE", value: "014092001234" });
    expect(readNumber(14_092_001_234, NUMBER_FORMS.idNumber, file)).toEqual({
      kind: "VALUE",
      value: "014092001234",
      notice: "zeroRestored",
    });
    expect(valueOf(readNumber("014 092 001 234", NUMBER_FORMS.idNumber, file))).toBe("014092001234");
    expect(valueOf(readNumber("14092001234", NUMBER_FORMS.idNumber, { format: "CSV" }))).toBe("014092001234");
    expect(repairOf(readNumber("0140920012", NUMBER_FORMS.idNumber, { format: "CSV" }))).toBe("numberForm");
  });

  it("may be the older one of the same column", () => {
    expect(noticeOf(readNumber("050123456", NUMBER_FORMS.idNumber, file))).toBe("oldNumber");
    expect(valueOf(readNumber(1_234_567, NUMBER_FORMS.cardNumber, file))).toBe("01234567");
  });

  it("is refused where a digit is missing or a spreadsheet rounded it", () => {
    expect(repairOf(readNumber("01409200123", NUMBER_FORMS.idNumber, file))).toBe("numberForm");
    expect(repairOf(readNumber("1,40920E+11", NUMBER_FORMS.idNumber, { format: "CSV" }))).toBe("numberRounded");
    expect(repairOf(readNumber("không rõ", NUMBER_FORMS.idNumber, file))).toBe("numberForm");
    expect(repairOf(readNumber({ serial: 5 }, NUMBER_FORMS.idNumber, file))).toBe("numberForm");
  });

  it("loses nothing that was lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 999_999_999_999 }), (number) => {
        expect(valueOf(readNumber(number, NUMBER_FORMS.idNumber, file))).toBe(String(number).padStart(12, "0"));
      }),
    );
  });

  it("of a life record is read without what stands between", () => {
    expect(valueOf(readRecordNumber("014.123 sl"))).toBe("014123SL");
    expect(repairOf(readRecordNumber("14123"))).toBe("numberForm");
  });
});

describe("a choice in a cell", () => {
  it.each<[SheetCell, string]>([
    ["12/12", "UPPER_SECONDARY"],
    ["9/12", "LOWER_SECONDARY"],
    ["7/10", "LOWER_SECONDARY"],
    ["10/10", "UPPER_SECONDARY"],
    ["Lớp 5", "PRIMARY"],
    ["Trung học cơ sở", "LOWER_SECONDARY"],
    ["THPT", "UPPER_SECONDARY"],
    [{ serial: 46_365 }, "LOWER_SECONDARY"],
  ])("%j as schooling is %s", (cell, expected) => expect(valueOf(readEducation(cell))).toBe(expected));

  it("says that a spreadsheet took a grade for a day", () => {
    expect(noticeOf(readEducation({ serial: 46_365 }))).toBe("gradeInDayCell");
    expect(repairOf(readEducation({ serial: 46_100 }))).toBe("choiceUnknown");
  });

  it("is known in every spelling, or asked about", () => {
    expect(valueOf(readSex("NỮ".normalize("NFD")))).toBe("FEMALE");
    expect(repairOf(readSex("đàn ông"))).toBe("choiceUnknown");
    expect(valueOf(readStatus("Đang sinh hoạt Đảng"))).toBe("ACTIVE");
    expect(valueOf(readStatus("Miễn sinh hoạt"))).toBe("EXEMPT");
    expect(valueOf(readStatus("Từ trần"))).toBe("DECEASED");
  });
});

describe("a branch in a cell", () => {
  it.each([
    ["Chi bộ bản Nà An", "na-an"],
    ["CHI BỘ BẢN NÀ AN", "na-an"],
    ["Nà An", "na-an"],
    ["bản Nà An", "na-an"],
    ["Chi bộ bản Nà An, Đảng bộ xã Xuân Nha", "na-an"],
    ["Chi bộ bản Chiềng Hin - Đảng bộ xã Xuân Nha", "chieng-hin"],
    ["Chi bộ Trường Tiểu học và THCS trực thuộc Đảng bộ xã", "truong"],
  ])("%s is found", (text, id) => expect(branchNamed(text, BRANCHES)?.id).toBe(id));

  it.each(["", "Chi bộ", "Chiềng Nưa", "bản"])("«%s» is none", (text) => {
    expect(branchNamed(text, BRANCHES)).toBeNull();
  });
});
