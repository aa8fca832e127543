import type { Day, PartialDay } from "@/lib/core/day";
import { communeTimeZone, type Locale } from "@/lib/core/i18n/locale";
import enCommon from "@/lib/core/i18n/messages/en/common.json";
import viCommon from "@/lib/core/i18n/messages/vi/common.json";
import { shareOf } from "@/lib/core/share";

/** How every date, number and share is written on screens, papers and files. */
export type Format = {
  /** `03/02/1995`. */
  day: (day: Day) => string;
  /** `03/02/1995`, `02/1995` or `1995`: never more than the paper said. */
  partialDay: (day: Day | PartialDay) => string;
  /** `11/2026`. */
  month: (day: Day | PartialDay) => string;
  /** As Party papers write it, zeros as in HD 05-HD/VPTW; in English `3 February 2026`. */
  longDay: (day: Day) => string;
  /** First and last day, `01/03/2020 – 31/12/2022`; without an end `from 01/03/2020`. */
  period: (first: Day, last: Day | null) => string;
  /** A year, or a quarter of it, within a sentence: of `2026-q1` in English `quarter 1 of 2026`. */
  yearOrQuarter: (period: `${number}` | `${number}-q${number}`) => string;
  /** `1.234` (en `1,234`), at most two decimals. */
  number: (value: number) => string;
  /** A part of one as `90,5%`, at most one decimal. */
  percent: (share: number) => string;
  /** A percentage with its fraction, `90,5% (200/221)`; of nothing it is `– (0/0)`. */
  share: (part: number, whole: number) => string;
  /** An amount with the currency's name. */
  money: (dong: number) => string;
  /** A moment on the commune's clock, `23/11/2026 19:30`. */
  moment: (at: Date) => string;
  /** A moment with seconds, for the audit: `23/11/2026 19:30:05`. */
  exactMoment: (at: Date) => string;
  /** The time of a moment on the commune's clock, `19:30`. */
  time: (at: Date) => string;
};

const WRITTEN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: communeTimeZone,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const englishDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

const formats: Record<Locale, Format> = {
  vi: build("vi-VN", viCommon.paper, (day) => {
    const { year, month, date } = numbers(day);
    const shortMonth = Number(month) > 2 ? String(Number(month)) : String(month);
    const filled = viCommon.paper.longDay.replace("{date}", String(date)).replace("{month}", shortMonth);
    return filled.replace("{year}", year);
  }),
  en: build("en-GB", enCommon.paper, (day) => englishDay.format(new Date(`${day}T00:00:00Z`))),
};

/** Promises the formatter of a language; made once, so calling it per row costs nothing. */
export function formatIn(locale: Locale): Format {
  return formats[locale];
}

type PaperWords = { currency: string; since: string; wholeYear: string; quarter: string };

function build(tag: string, words: PaperWords, longDay: (day: Day) => string): Format {
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
  const share = (part: number, whole: number) => {
    const { percentTenths } = shareOf(part, whole);
    const written = percentTenths === null ? "–" : percent.format(percentTenths / 1000);
    return `${written} (${number.format(part)}/${number.format(whole)})`;
  };

  return {
    day: written,
    partialDay: written,
    month: (day) => written(day).slice(-7),
    longDay,
    period: (first, last) =>
      last === null ? words.since.replace("{day}", written(first)) : `${written(first)} – ${written(last)}`,
    yearOrQuarter: (period) => {
      const [year = "", quarter] = period.split("-q");
      const filled = quarter === undefined ? words.wholeYear : words.quarter;
      return filled.replace("{year}", year).replace("{quarter}", quarter ?? "");
    },
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    share,
    money: (dong) => `${number.format(dong)} ${words.currency}`,
    moment: (at) => clock.format(at).replace(",", "").slice(0, 16),
    exactMoment: (at) => clock.format(at).replace(",", ""),
    time: (at) => clock.format(at).slice(12, 17),
  };
}

function written(day: Day | PartialDay): string {
  const { year, month, date } = numbers(day);
  return [date, month, year].filter((part) => part !== undefined).join("/");
}

function numbers(day: Day | PartialDay): { year: string; month?: string; date?: string } {
  const [, year, month, date] = WRITTEN.exec(day) ?? [];
  if (year === undefined) throw new RangeError(`Not a calendar day: ${day}`);
  return { year, month, date };
}
