import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { TaskTable } from "@/components/tasks/task-table";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { addressOf } from "@/lib/core/address";
import type { TaskList } from "@/lib/features/tasks/queries/list-tasks";
import { type TaskFilter, taskSources } from "@/lib/features/tasks/schema";

/* A longer list is narrowed first. */
const LISTED = 100;
const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1);

type TaskListViewProps = { list: TaskList; filter: TaskFilter; thisYear: number };

/** The open tasks, or those due in a year or month of it, by where they stand and what they come from. */
export function TaskListView({ list, filter, thisYear }: TaskListViewProps) {
  const t = useTranslations("tasks");
  const { year, month, branch, person, source, standing } = filter;
  const hrefOf = (changes: Partial<TaskFilter>) => addressOf("/tasks", { ...filter, ...changes });
  const years = year === null ? [thisYear] : [year - 1, year + 1];
  const standings = [
    { href: hrefOf({ standing: null }), label: t("allOf", { count: list.total }) },
    ...list.counts.map((one) => ({
      href: hrefOf({ standing: one.standing }),
      label: t("standingOf", { standing: t(`standings.${one.standing}`), count: one.count }),
    })),
  ];
  const sources = [
    { href: hrefOf({ source: null }), label: t("anySource") },
    ...taskSources.map((of) => ({ href: hrefOf({ source: of }), label: t(`sources.${of}`) })),
  ];
  const chips = [
    { label: t("columns.branch"), value: branch && list.branch, without: { branch: null } },
    { label: t("columns.doer"), value: person && list.person, without: { person: null } },
  ].flatMap(({ label, value, without }) => (value ? [{ label, value, removeHref: hrefOf(without) }] : []));
  return (
    <>
      <PageHeader
        title={year === null ? t("openTitle") : t("yearTitle", { year: String(year) })}
        lead={t("lead")}
        actions={
          <>
            {list.can.give && (
              <ButtonLink href={addressOf("/tasks/new", { branch })} tone="primary">
                {t("give")}
              </ButtonLink>
            )}
            {list.can.readFigures && (
              <ButtonLink href={addressOf("/tasks/figures", { year })}>{t("figures.open")}</ButtonLink>
            )}
            {year !== null && <ButtonLink href={hrefOf({ year: null, month: null })}>{t("toOpen")}</ButtonLink>}
            {years.map((of) => (
              <ButtonLink key={of} href={hrefOf({ year: of })}>
                {t("year", { year: String(of) })}
              </ButtonLink>
            ))}
            <PrintButton />
          </>
        }
      />
      <FilterChips chips={chips} clearHref={hrefOf({ branch: null, person: null })} />
      {year !== null && (
        <Tabs
          label={t("months")}
          tabs={[
            { href: hrefOf({ month: null }), label: t("wholeYear") },
            ...MONTHS.map((of) => ({ href: hrefOf({ month: of }), label: t("month", { month: of }) })),
          ]}
          current={hrefOf({ month })}
        />
      )}
      <Tabs label={t("sourceTabs")} tabs={sources} current={hrefOf({ source })} />
      <Tabs label={t("tabs")} tabs={standings} current={hrefOf({ standing })} />
      <Lines list={list} filter={filter} />
    </>
  );
}

function Lines({ list: { lines }, filter }: Omit<TaskListViewProps, "thisYear">) {
  const t = useTranslations("tasks");
  const { month, branch, person } = filter;
  const isNarrowed = month !== null || branch !== null || person !== null;
  if (lines.length === 0) return <EmptyState title={t("none")} explain={t("noneExplain")} />;
  if (lines.length > LISTED && !isNarrowed) return <p>{t("tooMany", { count: lines.length })}</p>;
  return <TaskTable caption={t("caption", { count: lines.length })} lines={lines} question={filter} />;
}
