import Link from "next/link";
import { useTranslations } from "next-intl";
import { TaskLines } from "@/components/tasks/task-lines";
import { Card } from "@/components/ui/card";
import { addressOf } from "@/lib/core/address";
import type { TaskLine } from "@/lib/features/tasks/queries/list-tasks";

type MemberTasksProps = {
  memberId: string;
  tasks: { readonly year: number | null; readonly lines: readonly TaskLine[] };
};

/** What a member had to do in a year and what came of it, for who judges the year's work. */
export function MemberTasks({ memberId, tasks: { year, lines } }: MemberTasksProps) {
  const t = useTranslations("tasks.ofMember");
  if (lines.length === 0) return null;
  return (
    <Card title={t("title", { year: String(year) })}>
      <TaskLines lines={lines} />
      <p className="screen-only">
        <Link href={addressOf("/tasks", { year, person: memberId })} prefetch={false}>
          {t("all")}
        </Link>
      </p>
    </Card>
  );
}
