import Link from "next/link";
import { useTranslations } from "next-intl";
import { CaughtUp, Told } from "@/components/party-documents/catch-up-parts";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DisseminationLine, Passing } from "@/lib/features/party-documents/queries/list-dissemination";
import type { DisseminationStanding } from "@/lib/features/party-documents/schema";

const tones: Record<DisseminationStanding, Tone> = {
  PASSED_ON: "ok",
  PASSED_LATE: "warn",
  OPEN: "draft",
  OVERDUE: "err",
};

/** How far the branches are with a paper: at which meeting each passed it on, how many were there and who was not. */
export function DisseminationCard({ lines }: { lines: readonly DisseminationLine[] }) {
  const t = useTranslations("partyDocuments.dissemination");
  const format = useFormat();
  if (lines.length === 0) return null;
  const done = lines.filter(({ passing }) => passing !== null).length;
  const columns: Column<DisseminationLine>[] = [
    { id: "branch", header: t("branch"), card: "title", cell: ({ branch }) => branch },
    {
      id: "standing",
      header: t("standing"),
      cell: ({ standing, daysOverdue }) => (
        <Tag tone={tones[standing]}>
          {daysOverdue > 0 ? t("overdueFor", { days: daysOverdue }) : t(`standings.${standing}`)}
        </Tag>
      ),
    },
    {
      id: "meeting",
      header: t("meeting"),
      cell: ({ passing }) =>
        passing ? (
          <Link href={`/meetings/${passing.meetingId}`} prefetch={false}>
            {format.day(passing.heldOn)}
          </Link>
        ) : (
          "–"
        ),
    },
    {
      id: "present",
      header: t("present"),
      numeric: true,
      cell: ({ passing }) =>
        passing ? (
          <Link href={`/meetings/${passing.meetingId}?show=PRESENT#roll`} prefetch={false}>
            {format.number(passing.present)}
          </Link>
        ) : (
          "–"
        ),
    },
    { id: "absent", header: t("absent"), cell: ({ passing }) => (passing ? <Absent passing={passing} /> : "–") },
    {
      id: "people",
      header: t("people"),
      cell: ({ tellings }) =>
        tellings.length === 0 ? (
          "–"
        ) : (
          <ul>
            {tellings.map((telling) => (
              <li key={telling.id}>
                <Told telling={telling} />
              </li>
            ))}
          </ul>
        ),
    },
    {
      id: "record",
      header: t("record"),
      cell: ({ can, documentId, branchId, passing }) =>
        can.record ? (
          <ButtonLink href={`/party-documents/${documentId}/branches/${branchId}`}>
            {passing ? t("correct") : t("open")}
          </ButtonLink>
        ) : (
          "–"
        ),
    },
  ];
  const shown = lines.some(({ can }) => can.record) ? columns : columns.filter(({ id }) => id !== "record");
  return (
    <Card title={t("title")}>
      <Table
        caption={t("caption", { done, count: lines.length })}
        columns={shown}
        rows={lines}
        rowId={({ branchId }) => branchId}
      />
    </Card>
  );
}

function Absent({ passing: { absent } }: { passing: Passing }) {
  const t = useTranslations("partyDocuments.dissemination");
  if (absent.length === 0) return t("nobodyAbsent");
  return (
    <ul>
      {absent.map((line) => (
        <li key={line.memberId}>
          <Link href={`/members/${line.memberId}`} prefetch={false}>
            {line.name}
          </Link>
          <span className="field-hint block">
            <CaughtUp line={line} />
          </span>
        </li>
      ))}
    </ul>
  );
}
