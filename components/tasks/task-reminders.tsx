import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { TaskLine } from "@/lib/features/tasks/queries/list-tasks";

/** The tasks that are longest overdue, each opening its page, and how many more there are. */
export function TaskReminders({ tasks, others }: { tasks: readonly TaskLine[]; others: number }) {
  const t = useTranslations("tasks.reminders");
  if (tasks.length === 0) return null;
  return (
    <section className="screen-only" aria-label={t("title")}>
      <Notice tone="warn" title={t("title")}>
        <ul>
          {tasks.map(({ id, branch, title, daysOverdue }) => (
            <li key={id}>
              <Link href={`/tasks/${id}`} prefetch={false}>
                {t("line", { branch, title, days: daysOverdue })}
              </Link>
            </li>
          ))}
          {others > 0 && (
            <li>
              <Link href="/tasks?standing=OVERDUE" prefetch={false}>
                {t("others", { count: others })}
              </Link>
            </li>
          )}
        </ul>
      </Notice>
    </section>
  );
}
