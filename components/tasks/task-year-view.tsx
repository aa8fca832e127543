import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import type { TaskYear } from "@/lib/features/tasks/queries/year-figures";
import type { TaskFigures } from "@/lib/features/tasks/rules/year";
import type { TaskStanding } from "@/lib/features/tasks/schema";

const SHOWN = [
  "DONE_IN_TIME",
  "DONE_LATE",
  "OVERDUE",
  "REPORTED",
  "IN_HAND",
  "CALLED_OFF",
] as const satisfies readonly TaskStanding[];

/** A year of tasks in figures, by branch and by person; each number opens the list of exactly that many. */
export function TaskYearView({ figures: { year, branches, people } }: { figures: TaskYear }) {
  const t = useTranslations("tasks");
  const title = t("figures.title", { year: String(year) });
  return (
    <>
      <PageHeader
        title={title}
        lead={t("figures.lead")}
        back={{ href: addressOf("/tasks", { year }), label: t("page.back") }}
        actions={
          <>
            {[year - 1, year + 1].map((of) => (
              <ButtonLink key={of} href={addressOf("/tasks/figures", { year: of })}>
                {t("year", { year: String(of) })}
              </ButtonLink>
            ))}
            <PrintButton />
          </>
        }
      />
      {branches.length === 0 ? (
        <EmptyState title={t("none")} explain={t("figures.noneExplain")} />
      ) : (
        <FigureTable
          caption={t("figures.byBranch")}
          head={t("columns.branch")}
          rows={branches}
          year={year}
          by="branch"
        />
      )}
      {people.length > 0 && (
        <FigureTable caption={t("figures.byPerson")} head={t("columns.doer")} rows={people} year={year} by="person" />
      )}
    </>
  );
}

type FigureTableProps = {
  caption: string;
  head: string;
  rows: readonly TaskFigures[];
  year: number;
  by: "branch" | "person";
};

function FigureTable({ caption, head, rows, year, by }: FigureTableProps) {
  const t = useTranslations("tasks");
  const linked = (id: string, count: number, standing: TaskStanding | null) => (
    <Link href={addressOf("/tasks", { year, [by]: id, standing })} prefetch={false}>
      {count}
    </Link>
  );
  const columns: Column<TaskFigures>[] = [
    { id: "name", header: head, card: "title", cell: ({ name }) => name },
    { id: "total", header: t("figures.total"), numeric: true, cell: ({ id, total }) => linked(id, total, null) },
    ...SHOWN.map(
      (standing): Column<TaskFigures> => ({
        id: standing,
        header: t(`figures.heads.${standing}`),
        numeric: true,
        cell: ({ id, standings }) => linked(id, standings[standing], standing),
      }),
    ),
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowId={(row) => row.id} />;
}
