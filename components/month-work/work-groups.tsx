import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWorkWords } from "@/components/month-work/use-work-words";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { WorkLine } from "@/lib/features/month-work/rules/work-line";
import { workKinds } from "@/lib/features/month-work/schema";

/** What is open, by what has to be done about it; every line opens the page that closes it. */
export function WorkGroups({ lines }: { lines: readonly WorkLine[] }) {
  const t = useTranslations("monthWork");
  const words = useWorkWords();
  return workKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) return [];
    return [
      <Card
        key={kind}
        title={own.some(({ count }) => count !== null) ? t(`groups.${kind}`) : `${t(`groups.${kind}`)} (${own.length})`}
      >
        <ul className={own.length > 3 ? "md:columns-2 xl:columns-3" : undefined}>
          {own.map((line) => (
            <li key={line.href + line.on} className="break-inside-avoid py-0.5">
              <Link href={line.href} prefetch={false} className="list-act">
                {words.line(line)}
              </Link>{" "}
              {line.isLate && <Tag tone="err">{t("late")}</Tag>}
            </li>
          ))}
        </ul>
      </Card>,
    ];
  });
}
