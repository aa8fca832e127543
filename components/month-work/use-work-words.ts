import { useTranslations } from "next-intl";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { WorkLine } from "@/lib/features/month-work/rules";

/** How a line of work is said. */
export function useWorkWords() {
  const t = useTranslations("monthWork");
  const format = useFormat();
  return {
    line: ({ kind, branch, name, on, count }: WorkLine) =>
      t(`lines.${kind}`, {
        branch: branch ?? "",
        name: name ?? "",
        day: on ? format.day(on) : t("noDay"),
        month: on ? format.day(on).slice(3) : "",
        count: count ?? 0,
      }),
  };
}
