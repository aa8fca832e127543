import { useTranslations } from "next-intl";
import { useMemberWords } from "@/components/members/use-member-words";
import type { BulkField } from "@/lib/features/bulk-edits/schema";

/** How the fields of a bulk edit and their values are called, and the choices of those that have only some. */
export function useBulkWords() {
  const t = useTranslations("members.fields");
  const { education, qualification, theory } = useMemberWords();
  const choices: Partial<Record<BulkField, Readonly<Record<string, string>>>> = {
    education,
    qualification,
    theoryLevel: theory,
  };
  return {
    field: (field: BulkField) => t(field),
    value: (field: BulkField, stored: string) => choices[field]?.[stored] ?? stored,
    choices: (field: BulkField) => choices[field] ?? null,
  };
}
