import Link from "next/link";
import { useTranslations } from "next-intl";
import { TaskLines } from "@/components/tasks/task-lines";
import { Card } from "@/components/ui/card";
import { addressOf } from "@/lib/core/address";
import type { TasksOfYear } from "@/lib/features/tasks/queries/list-tasks";

type TasksOfYearCardProps = {
  /** Whose tasks they are, as the list of tasks is narrowed. */
  question: { readonly person: string } | { readonly branch: string };
  tasks: TasksOfYear;
};

/** What a member or a branch had to do in a year and what came of it, for who judges the year's work. */
export function TasksOfYearCard({ question, tasks: { year, lines } }: TasksOfYearCardProps) {
  const t = useTranslations("tasks.ofYear");
  if (lines.length === 0) return null;
  return (
    <Card title={t("title", { year: String(year) })}>
      <TaskLines lines={lines} />
      <p className="screen-only">
        <Link href={addressOf("/tasks", { year, ...question })} prefetch={false}>
          {t("all")}
        </Link>
      </p>
    </Card>
  );
}
