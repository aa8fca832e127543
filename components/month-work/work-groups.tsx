import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWorkWords } from "@/components/month-work/use-work-words";
import { Tag } from "@/components/ui/tag";
import type { WorkLine } from "@/lib/features/month-work/rules";
import { workKinds } from "@/lib/features/month-work/schema";

/** What is open, by what has to be done about it; every line opens the page that closes it. */
export function WorkGroups({ lines }: { lines: readonly WorkLine[] }) {
  const t = useTranslations("monthWork");
  const words = useWorkWords();
  return workKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) return [];
    return [
      <section key={kind} aria-labelledby={`work-${kind}`} className="grid gap-2">
        <h2 id={`work-${kind}`} className="text-h3">
          {t(`groups.${kind}`)} ({own.length})
        </h2>
        <ul className="grid gap-1">
          {own.map((line) => (
            <li key={line.href + line.on} className="flex flex-wrap items-center gap-2">
              <Link href={line.href} prefetch={false} className="list-act">
                {words.line(line)}
              </Link>
              {line.isLate && <Tag tone="err">{t("late")}</Tag>}
            </li>
          ))}
        </ul>
      </section>,
    ];
  });
}
