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
  const [t, any] = await Promise.all([getTranslations("imports"), getAnyKeyTranslator()]);
  const fieldName = (field: string | null) => (field === null ? "" : any(`imports.fields.${field}`));
  const lowered = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1).replace(/\.$/u, "")}`;
  return {
    title: ({ kind, field }) => any(`imports.repairs.${kind}.title`, { field: fieldName(field) }),
    todo: (kind) => any(`imports.repairs.${kind}.todo`),
    sentence: ({ kind, field, column, found, detail }) => {
      const told = kind === "datesContradict" && detail ? lowered(any(detail)) : (detail ?? "");
      const cell = any(`imports.repairs.${kind}.cell`, { found, detail: told, field: fieldName(field) });
      return column === null ? cell : t("check.cellIn", { column, sentence: cell });
    },
  };
}
