import { getTranslations } from "next-intl/server";
import { getRepairWords } from "@/components/imports/repair-words";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { RejectedFileWords } from "@/lib/features/imports/queries/get-rejected-file";

/** Promises the words of the file of rejected rows, its name included, in the reader's language. */
export async function getRejectedFileWords(by: string): Promise<RejectedFileWords & { name: string }> {
  const [t, exports, repairs] = await Promise.all([
    getTranslations("imports"),
    getTranslations("exports.stamp"),
    getRepairWords(),
  ]);
  const { locale } = await readPreferences();
  return {
    name: t("rejected.name"),
    sheet: t("rejected.sheet"),
    head: t("rejected.head"),
    groupHead: t("columns.group"),
    sentence: repairs.sentence,
    stamp: [
      [exports("by"), by],
      [exports("at"), formatIn(locale).moment(new Date())],
    ],
  };
}
