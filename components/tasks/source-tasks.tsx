import { useTranslations } from "next-intl";
import { TaskLines } from "@/components/tasks/task-lines";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { TaskLine } from "@/lib/features/tasks/queries/list-tasks";

type SourceTasksProps = {
  tasks: { readonly lines: readonly TaskLine[]; readonly can: { readonly give: boolean } };
  giveHref: string;
};

/** The tasks that come from a record, on its own page. */
export function SourceTasks({ tasks: { lines, can }, giveHref }: SourceTasksProps) {
  const t = useTranslations("tasks.fromHere");
  if (lines.length === 0 && !can.give) return null;
  return (
    <Card title={t("title")} actions={can.give && <ButtonLink href={giveHref}>{t("give")}</ButtonLink>}>
      {lines.length === 0 ? <p>{t("none")}</p> : <TaskLines lines={lines} />}
    </Card>
  );
}
