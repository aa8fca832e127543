import { useTranslations } from "next-intl";
import { useMemberWords } from "@/components/members/use-member-words";
import { isPartialDay } from "@/lib/core/day/partial-day";
import { useFormat } from "@/lib/core/i18n/use-format";

/** How values of a record are said in a comparison: codes in words, days as people write them, nothing as such. */
export function useValueWords(): (value: string | null) => string {
  const t = useTranslations("imports.rows");
  const format = useFormat();
  const { sex, education, qualification, theory } = useMemberWords();
  const words: Readonly<Record<string, string>> = { ...theory, ...qualification, ...education, ...sex };
  return (value) => {
    if (value === null || value === "") return t("blank");
    return isPartialDay(value) ? format.partialDay(value) : (words[value] ?? value);
  };
}
