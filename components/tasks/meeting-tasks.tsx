import Link from "next/link";
import { useTranslations } from "next-intl";
import { TaskLines } from "@/components/tasks/task-lines";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { CarriedTask, MeetingTasks as Tasks } from "@/lib/features/tasks/queries/list-meeting-tasks";

type MeetingTasksProps = { meeting: { readonly id: string; readonly branchId: string }; tasks: Tasks };

/** The tasks carried over to a meeting, with what the branch found of each, and those given in it. */
export function MeetingTasks({ meeting, tasks: { carried, given, can } }: MeetingTasksProps) {
  const t = useTranslations("tasks.atMeeting");
  const { id, branchId } = meeting;
  if (carried.length === 0 && given.length === 0 && !can.give) return null;
  return (
    <>
      {carried.length > 0 && (
        <Card
          title={t("carried")}
          actions={
            can.judge && (
              <ButtonLink href={`/meetings/${id}/tasks`} tone="primary">
                {t("judge")}
              </ButtonLink>
            )
          }
        >
          <CarriedTable carried={carried} />
        </Card>
      )}
      {(given.length > 0 || can.give) && (
        <Card
          title={t("given")}
          actions={
            can.give && (
              <ButtonLink href={addressOf("/tasks/new", { branch: branchId, meeting: id })}>{t("give")}</ButtonLink>
            )
          }
        >
          {given.length === 0 ? <p>{t("noneGiven")}</p> : <TaskLines lines={given} />}
        </Card>
      )}
    </>
  );
}

function CarriedTable({ carried }: { carried: readonly CarriedTask[] }) {
  const t = useTranslations("tasks");
  const format = useFormat();
  const columns: Column<CarriedTask>[] = [
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
    { id: "doer", header: t("columns.doer"), cell: ({ doer }) => doer ?? t("wholeBranch") },
    { id: "age", header: t("atMeeting.age"), cell: ({ month }) => t("atMeeting.month", { month }) },
    { id: "deadline", header: t("columns.deadline"), cell: ({ deadlineOn }) => format.day(deadlineOn) },
    {
      id: "last",
      header: t("atMeeting.lastSaid"),
      cell: ({ last }) => (last ? t("atMeeting.last", last) : "–"),
    },
    {
      id: "judged",
      header: t("atMeeting.judged"),
      cell: ({ judged }) => (judged ? t("atMeeting.found", judged) : t("atMeeting.notJudged")),
    },
  ];
  return (
    <Table
      caption={t("caption", { count: carried.length })}
      columns={columns}
      rows={carried}
      rowId={(task) => task.id}
    />
  );
}
