import { getTranslations } from "next-intl/server";
import { filtersInWords } from "@/components/members/filters-in-words";
import type { Query } from "@/lib/core/address";
import { type Day, parseDay, yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { memberListInput } from "@/lib/features/members/schema";

type Branches = readonly { readonly id: string; readonly name: string }[];

/** Reads the query of a list of members as words; what the product does not know in it is left out. */
export async function getViewWords(branches: Branches, today: Day): Promise<(list: string) => string[]> {
  const [t, { locale }] = await Promise.all([getTranslations("members"), readPreferences()]);
  const options = branches.map(({ id, name }) => ({ value: id, label: name }));
  const format = formatIn(locale);
  return (list) => {
    const filters = memberListInput.parse(Object.fromEntries(new URLSearchParams(list)));
    const on = parseDay(filters.on);
    const words = filtersInWords(t, filters, options, filters.year ?? yearOf(today) - 1);
    return [
      ...(on.kind === "day" ? [`${t("list.on")}: ${format.day(on.day)}`] : []),
      ...words.map(({ label, value }) => `${label}: ${value}`),
    ];
  };
}

/** The query of a list as a page was asked it, without the page that was open. */
export function listIn(query: Query): string {
  const said = Object.keys(memberListInput.shape).flatMap((name) => {
    const value = query[name];
    return name !== "page" && typeof value === "string" && value !== "" ? [[name, value]] : [];
  });
  return new URLSearchParams(said).toString();
}
