import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { InspectionLine, SubjectEvents, SubjectLine } from "@/lib/features/inspections/queries/list-inspections";

/** Whether discipline follows, in words. */
export function OutcomeTag({ disciplineFollows }: { disciplineFollows: boolean | null }) {
  const t = useTranslations("inspections");
  if (disciplineFollows === null) return <Tag tone="info">{t("states.IN_PROGRESS")}</Tag>;
  const word = disciplineFollows ? "yes" : "no";
  return <Tag tone={disciplineFollows ? "warn" : "ok"}>{t(`disciplineWords.${word}`)}</Tag>;
}

/** A subject by name, leading to its own page. */
export function SubjectLink({ subject }: { subject: SubjectLine }) {
  const href = subject.branchId ? `/branches/${subject.branchId}` : `/members/${subject.memberId}`;
  return (
    <Link href={href} prefetch={false}>
      {subject.name}
    </Link>
  );
}

/** Events, oldest first: what, of whom, when and how it ended. */
export function InspectionTable({ caption, lines }: { caption: string; lines: readonly InspectionLine[] }) {
  const t = useTranslations("inspections");
  const format = useFormat();
  const columns: Column<InspectionLine>[] = [
    {
      id: "title",
      header: t("columns.title"),
      card: "title",
      cell: (line) => (
        <Link href={`/inspections/${line.id}`} prefetch={false}>
          {line.title}
        </Link>
      ),
    },
    { id: "mode", header: t("columns.mode"), card: "wide", cell: (line) => t(`modes.${line.mode}`) },
    {
      id: "topics",
      header: t("columns.topics"),
      card: "wide",
      cell: (line) => line.topics.map((topic) => t(`topics.${topic}`)).join("; "),
    },
    {
      id: "subjects",
      header: t("columns.subjects"),
      cell: (line) => line.subjects.map((subject) => subject.name).join(", "),
    },
    {
      id: "concludedOn",
      header: t(lines.some((line) => line.concludedOn) ? "columns.concludedOn" : "columns.startsOn"),
      cell: (line) => format.day(line.concludedOn ?? line.startsOn),
    },
    {
      id: "outcome",
      header: t("columns.outcome"),
      card: "status",
      cell: (line) => <OutcomeTag disciplineFollows={line.disciplineFollows} />,
    },
  ];
  return <Table caption={caption} columns={columns} rows={lines} rowId={(line) => line.id} />;
}

type SubjectTableProps = { caption: string; subjects: readonly SubjectEvents[] };

/** Branches or members that were a subject in the year, each once, with the events that name them. */
export function SubjectTable({ caption, subjects }: SubjectTableProps) {
  const t = useTranslations("inspections");
  const columns: Column<SubjectEvents>[] = [
    { id: "name", header: t("columns.name"), card: "title", cell: (subject) => <SubjectLink subject={subject} /> },
    {
      id: "events",
      header: t("columns.events"),
      cell: (subject) => (
        <ul className="grid gap-1">
          {subject.events.map((event) => (
            <li key={event.id}>
              <Link href={`/inspections/${event.id}`} prefetch={false}>
                {event.title}
              </Link>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={subjects}
      rowId={(subject) => subject.branchId ?? subject.memberId ?? ""}
    />
  );
}
