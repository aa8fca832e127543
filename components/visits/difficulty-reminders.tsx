import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { DifficultyLine } from "@/lib/features/visits/queries/list-difficulties";

/** The difficulties that are longest overdue, each opening its case, and how many more there are. */
export function DifficultyReminders({ cases, others }: { cases: readonly DifficultyLine[]; others: number }) {
  const t = useTranslations("difficulties.reminders");
  if (cases.length === 0) return null;
  return (
    <section className="screen-only" aria-label={t("title")}>
      <Notice tone="warn" title={t("title")}>
        <ul>
          {cases.map(({ id, branch, title, daysOverdue }) => (
            <li key={id}>
              <Link href={`/difficulties/${id}`} prefetch={false}>
                {t("line", { branch, title, days: daysOverdue })}
              </Link>
            </li>
          ))}
          {others > 0 && (
            <li>
              <Link href="/difficulties?standing=OVERDUE" prefetch={false}>
                {t("others", { count: others })}
              </Link>
            </li>
          )}
        </ul>
      </Notice>
    </section>
  );
}
