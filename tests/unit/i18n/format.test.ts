import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, type PartialDay } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";

const vi = formatIn("vi");
const en = formatIn("en");
const partial = (text: string) => text as PartialDay;

describe("dates", () => {
  it("are written day, month, year in both languages", () => {
    expect(vi.day(day("1995-02-03"))).toBe("03/02/1995");
    expect(en.day(day("1995-02-03"))).toBe("03/02/1995");
  });

  it("never say more than the paper said", () => {
    expect(vi.partialDay(partial("1968"))).toBe("1968");
    expect(vi.partialDay(partial("1998-05"))).toBe("05/1998");
    expect(vi.partialDay(partial("1998-05-09"))).toBe("09/05/1998");
  });

  it("show a month alone", () => {
    expect(vi.month(day("2026-11-23"))).toBe("11/2026");
  });

  it("take the long form of Party papers, with a nought before days under ten and months one and two", () => {
    expect(vi.longDay(day("2026-02-03"))).toBe("ngày 03 tháng 02 năm 2026");
    expect(vi.longDay(day("2018-04-03"))).toBe("ngày 03 tháng 4 năm 2018");
    expect(vi.longDay(day("2026-11-04"))).toBe("ngày 04 tháng 11 năm 2026");
    expect(en.longDay(day("2026-02-03"))).toBe("3 February 2026");
  });

  it("leave an unfinished period open", () => {
    expect(vi.period(day("2020-03-01"), day("2022-12-31"))).toBe("01/03/2020 – 31/12/2022");
    expect(vi.period(day("2020-03-01"), null)).toBe("từ 01/03/2020");
  });

  it("refuse what is no date", () => {
    expect(() => vi.partialDay(partial("3/2/1995"))).toThrow(RangeError);
  });
});

describe("numbers", () => {
  it("are grouped as each language does", () => {
    expect(vi.number(1234)).toBe("1.234");
    expect(vi.number(1234567)).toBe("1.234.567");
    expect(en.number(1234)).toBe("1,234");
    expect(vi.money(50000)).toBe("50.000 đồng");
  });

  it("give percentages with one decimal and no space", () => {
    expect(vi.percent(0.905)).toBe("90,5%");
    expect(en.percent(0.905)).toBe("90.5%");
    expect(vi.percent(1)).toBe("100%");
  });

  it("carry the fraction beside the percentage", () => {
    expect(vi.share(200, 221)).toBe("90,5% (200/221)");
    expect(en.share(12, 12)).toBe("100% (12/12)");
    expect(vi.share(0, 0)).toBe("– (0/0)");
  });
});

describe("moments", () => {
  it("are shown on the commune's clock, whatever the server's is", () => {
    const evening = new Date("2026-11-23T20:00:05Z");
    expect(vi.moment(evening)).toBe("24/11/2026 03:00");
    expect(en.exactMoment(evening)).toBe("24/11/2026 03:00:05");
    expect(vi.time(new Date("2026-11-23T17:00:00Z"))).toBe("00:00");
  });

  it("differ from UTC by exactly seven hours at any moment since 1980", () => {
    const since1980 = fc.date({ min: new Date("1980-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(since1980, (at) => {
        const there = new Date(at.getTime() + 7 * 3_600_000).toISOString();
        expect(vi.time(at)).toBe(there.slice(11, 16));
      }),
    );
  });
});
