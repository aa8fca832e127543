import { getTranslations } from "next-intl/server";
import { getRepairWords } from "@/components/imports/repair-words";
import type { RejectedFileWords } from "@/lib/features/imports/queries/get-rejected-file";

/** Promises the words of the file of rejected rows, its name included, in the reader's language. */
export async function getRejectedFileWords(): Promise<RejectedFileWords & { name: string }> {
  const [t, repairs] = await Promise.all([getTranslations("imports"), getRepairWords()]);
  return {
    name: t("rejected.name"),
    sheet: t("rejected.sheet"),
    head: t("rejected.head"),
    groupHead: t("columns.group"),
    sentence: repairs.sentence,
  };
}
