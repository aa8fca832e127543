import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { InspectionReportView } from "@/lib/features/inspections/queries/get-inspection-report";
import type { ReportRow } from "@/lib/features/inspections/rules/report";

const PARTS = ["byMode", "byBody", "byTopic", "byProgramme"] as const;
type Part = (typeof PARTS)[number];

/** The yearly report of inspection and supervision, part by part; each number opens what it counts. */
export function ReportScreen({ report }: { report: InspectionReportView }) {
  const t = useTranslations("inspections");
  const { year, years, total, can } = report;
  const hrefOf = (of: number) => addressOf("/inspections/report", { year: of });
  return (
    <>
      {report.reach === "OWN" && <Notice tone="info">{t("scopeOwn")}</Notice>}
      <Tabs
        label={t("year")}
        tabs={years.map((one) => ({ href: hrefOf(one), label: String(one) }))}
        current={hrefOf(year)}
      />
      {total.counts.events === 0 ? (
        <EmptyState title={t("report.none")} explain={t("noneExplain")} />
      ) : (
        <>
          <p className="text-ink-2">{t("countingRule")}</p>
          {PARTS.map((part) => (
            <PartCard key={part} part={part} report={report} />
          ))}
        </>
      )}
      {can.readProgrammes && (
        <div className="screen-only">
          <ButtonLink href={addressOf("/inspections/programmes", { year })}>
            {t("report.programmes", { year: String(year) })}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function PartCard({ part, report }: { part: Part; report: InspectionReportView }) {
  const t = useTranslations("inspections.report");
  const year = String(report.year);
  const rows = part === "byTopic" ? report[part] : [...report[part], report.total];
  return (
    <Card title={t(part)}>
      {part === "byTopic" && <p className="mb-3 text-ink-2">{t("byTopicNote")}</p>}
      <ReportTable caption={t("caption", { part: t(part), year })} year={report.year} rows={rows} />
    </Card>
  );
}

type ReportTableProps = { caption: string; year: number; rows: readonly ReportRow[] };

function ReportTable({ caption, year, rows }: ReportTableProps) {
  const t = useTranslations("inspections.report.columns");
  const number = (id: keyof ReportRow["counts"], shown: Record<string, string>): Column<ReportRow> => ({
    id,
    header: t(id),
    numeric: true,
    cell: (row) => <Count year={year} row={row} of={id} shown={shown} />,
  });
  const columns: Column<ReportRow>[] = [
    { id: "what", header: t("what"), card: "title", cell: (row) => <Words row={row} /> },
    number("events", {}),
    number("branches", { subjects: "branches" }),
    number("members", { subjects: "members" }),
    number("violations", { violation: "found" }),
    number("discipline", { discipline: "follows" }),
  ];
  return (
    <Table caption={caption} columns={columns} rows={rows} rowId={({ key }) => Object.values(key).join() || "total"} />
  );
}

type CountProps = { year: number; row: ReportRow; of: keyof ReportRow["counts"]; shown: Record<string, string> };

function Count({ year, row: { key, counts }, of, shown }: CountProps) {
  const format = useFormat();
  return (
    <Link href={addressOf("/inspections", { year, ...key, ...shown })} prefetch={false}>
      {format.number(counts[of])}
    </Link>
  );
}

function Words({ row: { key } }: { row: ReportRow }) {
  const t = useTranslations("inspections");
  if (key.mode) return t(`modes.${key.mode}`);
  if (key.body) return t(`bodies.${key.body}`);
  if (key.topic) return t(`topics.${key.topic}`);
  return key.programme ? t(`programme.${key.programme}`) : t("report.total");
}
