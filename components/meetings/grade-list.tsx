import Link from "next/link";
import { useTranslations } from "next-intl";
import { GradeTag } from "@/components/meetings/quality-view";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { GradeLine, GradeYear } from "@/lib/features/meetings/queries/list-grades";
import { gradeStandings } from "@/lib/features/meetings/schema";

/** The grades of a year's meetings: how many of each, and the meetings behind every number. */
export function GradeList({ found }: { found: GradeYear }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const { year, show, counts, lines } = found;
  const columns: Column<GradeLine>[] = [
    {
      id: "meeting",
      header: t("columns.meetings"),
      card: "title",
      cell: ({ id, kind, monthOn, branch }) => (
        <Link href={`/meetings/${id}`} prefetch={false}>
          {t("quality.lineOf", { branch, kind: t(`kinds.${kind}`), month: format.month(monthOn) })}
        </Link>
      ),
    },
    { id: "total", header: t("quality.total"), numeric: true, cell: (line) => line.total ?? "–" },
    {
      id: "proposed",
      header: t("quality.proposed"),
      cell: (line) => (line.proposedGrade ? <GradeTag grade={line.proposedGrade} /> : t("quality.unscored")),
    },
    {
      id: "decided",
      header: t("quality.decided"),
      cell: ({ standing }) =>
        standing === "WAITING" || standing === "UNSCORED" ? t("quality.waiting") : <GradeTag grade={standing} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t("quality.yearTitle", { year: String(year) })}
        lead={t("quality.lead")}
        back={{ href: addressOf("/meetings", { year }), label: t("title") }}
        actions={
          <>
            <ButtonLink href={addressOf("/meetings/grades", { year: year - 1 })}>
              {t("previousYear", { year: String(year - 1) })}
            </ButtonLink>
            <ButtonLink href={addressOf("/meetings/grades", { year: year + 1 })}>
              {t("nextYear", { year: String(year + 1) })}
            </ButtonLink>
            <PrintButton />
          </>
        }
      />
      <StatCards>
        {gradeStandings.map((standing) => (
          <StatCard
            key={standing}
            value={counts[standing]}
            label={t(`quality.standings.${standing}`)}
            href={addressOf("/meetings/grades", { year, show: standing })}
          />
        ))}
      </StatCards>
      {show !== null && (
        <p>
          <Link href={addressOf("/meetings/grades", { year })} prefetch={false}>
            {t("page.showAll")}
          </Link>
        </p>
      )}
      {lines.length === 0 ? (
        <p>{t("quality.nothing")}</p>
      ) : (
        <Table
          caption={t("quality.listOf", { standing: show ?? "ALL", count: lines.length })}
          columns={columns}
          rows={lines}
          rowId={(line) => line.id}
        />
      )}
    </>
  );
}
