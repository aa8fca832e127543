import { getTranslations } from "next-intl/server";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import type { ToldRepair } from "@/lib/features/imports/queries/get-rejected-file";

/** How repairs are said: a heading for a group, and a sentence for a cell. */
export type RepairWords = {
  title: (group: { kind: string; field: string | null }) => string;
  todo: (kind: string) => string;
  sentence: (repair: ToldRepair) => string;
};

/** Promises the words of repairs in the reader's language. */
export async function getRepairWords(): Promise<RepairWords> {
  const [t, words] = await Promise.all([getTranslations("imports"), getAnyKeyTranslator()]);
  const fieldName = (field: string | null) => (field === null ? "" : words(`imports.fields.${field}`));
  const lowered = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1).replace(/\.$/u, "")}`;
  return {
    title: ({ kind, field }) => words(`imports.repairs.${kind}.title`, { field: fieldName(field) }),
    todo: (kind) => words(`imports.repairs.${kind}.todo`),
    sentence: ({ kind, field, column, found, detail }) => {
      const told = kind === "datesContradict" && detail ? lowered(words(detail)) : (detail ?? "");
      const cell = words(`imports.repairs.${kind}.cell`, { found, detail: told, field: fieldName(field) });
      return column === null ? cell : t("check.cellIn", { column, sentence: cell });
    },
  };
}
