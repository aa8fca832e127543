import { useTranslations } from "next-intl";
import { useMemberWords } from "@/components/members/use-member-words";
import { isPartialDay } from "@/lib/core/day/partial-day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MergeField } from "@/lib/features/member-merges/schema";

/** How the fields of two records and their values are said. */
export function useMergeWords() {
  const t = useTranslations("members.fields");
  const blank = useTranslations("memberMerges.compare")("blank");
  const format = useFormat();
  const { sex, education, qualification, theory } = useMemberWords();
  const choices: Partial<Record<MergeField, Readonly<Record<string, string>>>> = {
    sex,
    education,
    qualification,
    theoryLevel: theory,
  };
  return {
    field: (field: MergeField) => t(field),
    value: (field: MergeField, stored: string | null) => {
      if (stored === null || stored === "") return blank;
      if (field.endsWith("On") && isPartialDay(stored)) return format.partialDay(stored);
      return choices[field]?.[stored] ?? stored;
    },
  };
}
