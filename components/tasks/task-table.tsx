import Link from "next/link";
import { useTranslations } from "next-intl";
import { TaskTag } from "@/components/tasks/task-words";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TaskLine } from "@/lib/features/tasks/queries/list-tasks";

type TaskTableProps = {
  caption: string;
  lines: readonly TaskLine[];
  /** What the names of branches and people narrow further. */
  question: Readonly<Record<string, string | number | null>>;
};

/** Tasks, each with who does it until when and where it stands; names narrow the list to theirs. */
export function TaskTable({ caption, lines, question }: TaskTableProps) {
  const t = useTranslations("tasks");
  const format = useFormat();
  const columns: Column<TaskLine>[] = [
    {
      id: "title",
      header: t("columns.title"),
      card: "title",
      cell: ({ id, title }) => (
        <Link href={`/tasks/${id}`} prefetch={false}>
          {title}
        </Link>
      ),
    },
    {
      id: "branch",
      header: t("columns.branch"),
      cell: ({ branchId, branch }) => (
        <Link href={addressOf("/tasks", { ...question, branch: branchId })} prefetch={false}>
          {branch}
        </Link>
      ),
    },
    {
      id: "doer",
      header: t("columns.doer"),
      cell: ({ memberId, doer }) =>
        memberId === null ? (
          t("wholeBranch")
        ) : (
          <Link href={addressOf("/tasks", { ...question, person: memberId })} prefetch={false}>
            {doer}
          </Link>
        ),
    },
    { id: "giver", header: t("columns.giver"), cell: ({ giver }) => t(`givers.${giver}`) },
    { id: "deadline", header: t("columns.deadline"), cell: ({ deadlineOn }) => format.day(deadlineOn) },
    { id: "standing", header: t("columns.standing"), cell: (line) => <TaskTag {...line} /> },
  ];
  return <Table caption={caption} columns={columns} rows={lines} rowId={(line) => line.id} />;
}
