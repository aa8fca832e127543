import { getTranslations } from "next-intl/server";
import { filtersInWords } from "@/components/members/filters-in-words";
import { type Day, yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { messages } from "@/lib/core/i18n/namespaces";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { MemberFileFacts, MemberFileWords } from "@/lib/features/members/rules/file-table";

/** Promises the words of an exported list of members in the reader's language. */
export async function getMemberFileWords(given: {
  body: string;
  by: string;
  on: Day;
  year: number | null;
  branches: readonly { id: string; name: string }[];
}): Promise<MemberFileWords> {
  const { locale } = await readPreferences();
  const year = given.year ?? yearOf(given.on);
  const t = await getTranslations("exports");
  const format = formatIn(locale);
  const words = messages[locale].exports;
  const values = new Map<string, string>(Object.entries(words.values));
  const columns = { ...words.columns, rating: t("columns.rating", { year: String(year) }) };
  const value = (stored: string | null) => (stored === null ? null : (values.get(stored) ?? stored));

  const members = await getTranslations("members");
  const options = given.branches.map(({ id, name }) => ({ value: id, label: name }));
  const filterWords = (filters: MemberFileFacts["filters"]) => {
    const used = filtersInWords(members, filters, options, year).map((one) => `${one.label}: ${one.value}`);
    return used.length > 0 ? used.join("; ") : t("everyone");
  };
  return {
    sheet: t("sheet"),
    columns,
    value,
    head: ({ count, serial, filters, purpose, columns: chosen }) => {
      const at = format.moment(new Date());
      const filter = filterWords(filters);
      return {
        head: [
          given.body,
          t("head.title", { on: format.day(given.on), count }),
          t("head.filter", { filter }),
          ...(purpose === null ? [] : [t("head.purpose", { purpose })]),
          t("head.made", { at, by: given.by, serial }),
        ],
        stamp: [
          [t("stamp.by"), given.by],
          [t("stamp.at"), at],
          [t("stamp.filter"), filter],
          [t("stamp.columns"), chosen.map((column) => columns[column]).join(", ")],
          ...(purpose === null ? [] : [[t("stamp.purpose"), purpose] as const]),
        ],
      };
    },
  };
}
