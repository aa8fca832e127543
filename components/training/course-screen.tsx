import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ResultCards, ResultTag } from "@/components/training/course-words";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { yearOf } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { CourseView, ParticipantView } from "@/lib/features/training/queries/get-course";
import type { ShownPeople } from "@/lib/features/training/schema/courses";

/** One course: what it was, who was sent, how it ended for them, and whose record has not caught up with it. */
export function CourseScreen({ course, show }: { course: CourseView; show: ShownPeople | null }) {
  const t = useTranslations("training");
  const { id, can, people } = course;
  const year = yearOf(course.startsOn);
  return (
    <>
      <PageHeader
        title={course.name}
        lead={course.isOwnOnly ? t("leadOwn") : undefined}
        back={{ href: addressOf("/training", { year }), label: t("yearTitle", { year: String(year) }) }}
        actions={
          <>
            {can.keep && (
              <>
                <ButtonLink href={`/training/${id}/send`} tone="primary">
                  {t("course.send")}
                </ButtonLink>
                <ButtonLink href={`/training/${id}/edit`}>{t("course.edit")}</ButtonLink>
              </>
            )}
            <PrintButton />
          </>
        }
      />
      <Card title={t("course.facts")}>
        <CourseFacts course={course} />
      </Card>
      {people.length === 0 ? (
        <EmptyState title={t("course.nobody")} explain={can.keep ? t("course.nobodyExplain") : undefined} />
      ) : (
        <section id="people" className="grid gap-3" aria-label={t("course.people")}>
          <ResultCards
            counts={course.counts}
            hrefOf={(of) => `${addressOf(`/training/${id}`, { show: of === "ALL" ? null : of })}#people`}
          />
          <Participants course={course} show={show ?? "ALL"} />
        </section>
      )}
      <LowerTheory course={course} />
    </>
  );
}

function CourseFacts({ course }: { course: CourseView }) {
  const t = useTranslations("training");
  const format = useFormat();
  return (
    <DescriptionList
      facts={[
        { term: t("form.kind"), value: t(`kinds.${course.kind}`) },
        { term: t("form.organizer"), value: course.organizer },
        { term: t("form.place"), value: course.place },
        { term: t("columns.days"), value: format.period(course.startsOn, course.lastDay) },
        { term: t("form.decisionNumber"), value: course.decisionNumber },
        { term: t("form.seats"), value: course.seats === null ? null : format.number(course.seats) },
      ]}
    />
  );
}

function Participants({ course, show }: { course: CourseView; show: ShownPeople }) {
  const t = useTranslations("training");
  const format = useFormat();
  const shown = course.people.filter(({ result }) => show === "ALL" || result === show);
  if (shown.length === 0) return <p>{t("nobody")}</p>;
  const columns: Column<ParticipantView>[] = [
    { id: "name", header: t("columns.name"), card: "title", cell: (one) => <MemberLink of={one} /> },
    { id: "branch", header: t("columns.branch"), cell: ({ branch }) => branch ?? "–" },
    {
      id: "result",
      header: t("columns.result"),
      card: "status",
      cell: ({ result, reason }) => (
        <>
          <ResultTag result={result} /> {reason}
        </>
      ),
    },
    {
      id: "certificate",
      header: t("columns.certificate"),
      cell: ({ certificateNumber, certificateOn }) =>
        [certificateNumber, certificateOn && format.day(certificateOn)].filter(Boolean).join(", ") || "–",
    },
  ];
  if (course.can.keep) {
    columns.push({
      id: "act",
      header: t("columns.act"),
      card: "status",
      cell: ({ id, name }) => (
        <Link
          href={`/training/${course.id}/people/${id}`}
          prefetch={false}
          className="print:hidden"
          aria-label={t("course.recordFor", { name })}
        >
          {t("course.record")}
        </Link>
      ),
    });
  }
  return (
    <Table
      caption={t("peopleOf", { show, count: shown.length })}
      columns={columns}
      rows={shown}
      rowId={({ id }) => id}
    />
  );
}

function LowerTheory({ course: { theory, people } }: { course: CourseView }) {
  const t = useTranslations("training");
  const levels = useTranslations("members.theory");
  const lower = people.filter((one) => one.lowerTheory !== null);
  if (theory === null || lower.length === 0) return null;
  return (
    <Card title={t("course.lowerTitle", { count: lower.length })}>
      <p className="prose-line mb-3">{t("course.lowerExplain", { level: levels(theory) })}</p>
      <ul className="grid gap-2">
        {lower.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-2">
            <MemberLink of={one} />
            <span>{one.lowerTheory && t("course.recordedLevel", { level: levels(one.lowerTheory.level) })}</span>
            {one.lowerTheory?.canEdit && (
              <Link
                href={`/members/${one.memberId}/edit`}
                prefetch={false}
                className="print:hidden"
                aria-label={t("course.editMemberOf", { name: one.name })}
              >
                {t("course.editMember")}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MemberLink({ of: { memberId, name } }: { of: Pick<ParticipantView, "memberId" | "name"> }) {
  return (
    <Link href={`/members/${memberId}`} prefetch={false}>
      {name}
    </Link>
  );
}
