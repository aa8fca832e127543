import { useTranslations } from "next-intl";
import { useWorkWords } from "@/components/month-work/use-work-words";
import { Disclosure } from "@/components/ui/disclosure";
import type { WorkLine } from "@/lib/features/month-work/rules/work-line";
import { secretKinds, workKinds } from "@/lib/features/month-work/schema";

/** The same lines as text to paste into a message, but for what others are not to know of; one touch selects all of it. */
export function WorkMessage({ head, lines }: { head: string; lines: readonly WorkLine[] }) {
  const t = useTranslations("monthWork");
  const words = useWorkWords();
  const told = workKinds.filter((kind) => !secretKinds.some((one) => one === kind));
  const groups = told.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    return own.length === 0 ? [] : [`${t(`groups.${kind}`)}:`, ...own.map((line) => `- ${words.line(line)}`)];
  });
  if (groups.length === 0) return null;
  return (
    <div className="screen-only">
      <Disclosure summary={t("message.summary")}>
        <p className="mb-2">{t("message.hint")}</p>
        <p className="card whitespace-pre-line select-all">{[head, ...groups].join("\n")}</p>
      </Disclosure>
    </div>
  );
}
