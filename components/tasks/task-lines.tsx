import Link from "next/link";
import { useTranslations } from "next-intl";
import { TaskTag } from "@/components/tasks/task-words";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TaskLine } from "@/lib/features/tasks/queries/list-tasks";

/** Tasks as a short list, each opening its page. */
export function TaskLines({ lines }: { lines: readonly TaskLine[] }) {
  const t = useTranslations("tasks");
  const format = useFormat();
  return (
    <ul className="grid gap-2">
      {lines.map((line) => (
        <li key={line.id}>
          <Link href={`/tasks/${line.id}`} prefetch={false}>
            {line.title}
          </Link>
          {" · "}
          {t("lineOf", { doer: line.doer ?? line.branch, deadline: format.day(line.deadlineOn) })} <TaskTag {...line} />
        </li>
      ))}
    </ul>
  );
}
