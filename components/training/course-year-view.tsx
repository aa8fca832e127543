import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ResultCards, ResultTag } from "@/components/training/course-words";
import { TrainingTabs } from "@/components/training/training-tabs";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { CourseLine, CourseYear, YearPerson } from "@/lib/features/training/queries/list-courses";
import type { ShownPeople } from "@/lib/features/training/schema/courses";

/** A year of courses: the figures, and the courses or the people behind a figure. */
export function CourseYearView({ view, show }: { view: CourseYear; show: ShownPeople | null }) {
  const t = useTranslations("training");
  const { year, courses, people, can } = view;
  const hrefOf = (of: number) => addressOf("/training", { year: of });
  return (
    <>
      <PageHeader
        title={t("yearTitle", { year: String(year) })}
        lead={t(view.isOwnOnly ? "leadOwn" : "lead")}
        actions={
          <>
            {can.open && (
              <ButtonLink href="/training/new" tone="primary">
                {t("open")}
              </ButtonLink>
            )}
            <ButtonLink href={hrefOf(year - 1)}>{t("yearLink", { year: String(year - 1) })}</ButtonLink>
            <ButtonLink href={hrefOf(year + 1)}>{t("yearLink", { year: String(year + 1) })}</ButtonLink>
            <PrintButton />
          </>
        }
      />
      <TrainingTabs current="/training" canReadPlan={can.readPlan} />
      {courses.length > 0 && (
        <ResultCards counts={view.counts} hrefOf={(of) => addressOf("/training", { year, show: of })} />
      )}
      {people === null ? <Courses view={view} /> : <People people={people} year={year} show={show ?? "ALL"} />}
    </>
  );
}

function Courses({ view: { courses, year, can } }: { view: CourseYear }) {
  const t = useTranslations("training");
  const format = useFormat();
  if (courses.length === 0) {
    return (
      <EmptyState
        title={t("none", { year: String(year) })}
        explain={t(can.open ? "noneExplain" : "noneExplainReader")}
      />
    );
  }
  const columns: Column<CourseLine>[] = [
    {
      id: "name",
      header: t("columns.course"),
      card: "title",
      cell: ({ id, name }) => (
        <Link href={`/training/${id}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { id: "kind", header: t("columns.kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
    { id: "organizer", header: t("columns.organizer"), cell: ({ organizer }) => organizer },
    { id: "days", header: t("columns.days"), cell: ({ startsOn, lastDay }) => format.period(startsOn, lastDay) },
    {
      id: "people",
      header: t("columns.people"),
      numeric: true,
      cell: ({ counts, seats }) => (seats === null ? counts.people : `${counts.people}/${format.number(seats)}`),
    },
    { id: "passed", header: t("columns.passed"), numeric: true, cell: ({ counts }) => counts.passed },
  ];
  return (
    <Table
      caption={t("caption", { count: courses.length, year: String(year) })}
      columns={columns}
      rows={courses}
      rowId={({ id }) => id}
    />
  );
}

function People({ people, year, show }: { people: readonly YearPerson[]; year: number; show: ShownPeople }) {
  const t = useTranslations("training");
  const columns: Column<YearPerson>[] = [
    {
      id: "name",
      header: t("columns.name"),
      card: "title",
      cell: ({ memberId, name }) => (
        <Link href={`/members/${memberId}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { id: "branch", header: t("columns.branch"), cell: ({ branch }) => branch ?? "–" },
    {
      id: "course",
      header: t("columns.course"),
      cell: ({ courseId, course }) => (
        <Link href={`/training/${courseId}`} prefetch={false}>
          {course}
        </Link>
      ),
    },
    { id: "result", header: t("columns.result"), card: "status", cell: ({ result }) => <ResultTag result={result} /> },
  ];
  return (
    <>
      <p className="screen-only">
        <Link href={addressOf("/training", { year })} prefetch={false}>
          {t("toCourses", { year: String(year) })}
        </Link>
      </p>
      {people.length === 0 ? (
        <p>{t("nobody")}</p>
      ) : (
        <Table
          caption={t("peopleOf", { show, count: people.length })}
          columns={columns}
          rows={people}
          rowId={({ id }) => id}
        />
      )}
    </>
  );
}
