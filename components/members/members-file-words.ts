import { getTranslations } from "next-intl/server";
import { type Day, yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { messages } from "@/lib/core/i18n/namespaces";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { MemberFileWords } from "@/lib/features/members/queries/get-members-file";

/** Promises the words of an exported list of members in the reader's language. */
export async function getMemberFileWords(facts: {
  body: string;
  by: string;
  on: Day;
  year: number | null;
}): Promise<MemberFileWords> {
  const { locale } = await readPreferences();
  const t = await getTranslations("exports");
  const format = formatIn(locale);
  const words = messages[locale].exports;
  const values = new Map<string, string>(Object.entries(words.values));
  const year = String(facts.year ?? yearOf(facts.on));
  return {
    sheet: t("sheet"),
    columns: { ...words.columns, rating: t("columns.rating", { year }) },
    value: (stored) => (stored === null ? null : (values.get(stored) ?? stored)),
    head: ({ count, serial }) => [
      facts.body,
      t("head.title", { on: format.day(facts.on), count }),
      t("head.made", { at: format.moment(new Date()), by: facts.by, serial }),
    ],
  };
}
