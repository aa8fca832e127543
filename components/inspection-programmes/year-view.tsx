import Link from "next/link";
import { useTranslations } from "next-intl";
import { useProgrammeName } from "@/components/inspection-programmes/programme-words";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { OutsideCase } from "@/lib/features/inspection-programmes/queries/list-outside-cases";
import type { ProgrammeRow, ProgrammeYear } from "@/lib/features/inspection-programmes/queries/list-programmes";
import { type LineStanding, lineStandings } from "@/lib/features/inspection-programmes/schema";

const ALL = "/inspections/programmes";

/** The programmes of a year with how their lines stand, the branches without a plan, and the cases out of programme. */
export function YearView({ found }: { found: ProgrammeYear }) {
  const t = useTranslations("inspectionProgrammes");
  const format = useFormat();
  const { year, years, programmes, missing, outside } = found;
  return (
    <>
      {found.reach === "OWN" && <Notice tone="info">{t("scopeOwn")}</Notice>}
      <Tabs
        label={t("year")}
        tabs={years.map((one) => ({ href: addressOf(ALL, { year: one }), label: String(one) }))}
        current={addressOf(ALL, { year })}
      />
      <StatCards>
        <StatCard value={format.number(outside.length)} label={t("outside.count")} href="#outside" />
        <StatCard value={format.number(missing.length)} label={t("missing.count")} href="#missing" />
      </StatCards>
      {programmes.length > 0 ? (
        <ProgrammeTable rows={programmes} />
      ) : (
        <EmptyState title={t("list.none")} explain={t("list.noneExplain")} />
      )}
      <section id="outside" className="grid gap-3">
        <h2>{t("outside.title")}</h2>
        <p className="text-ink-2">{t("outside.lead")}</p>
        {outside.length > 0 ? <OutsideTable cases={outside} /> : <p>{t("outside.none")}</p>}
      </section>
      {missing.length > 0 && (
        <section id="missing" className="grid gap-3">
          <h2>{t("missing.title")}</h2>
          <MissingTable found={found} />
        </section>
      )}
    </>
  );
}

function ProgrammeTable({ rows }: { rows: readonly ProgrammeRow[] }) {
  const t = useTranslations("inspectionProgrammes");
  const format = useFormat();
  const nameOf = useProgrammeName();
  const figure = (standing: LineStanding): Column<ProgrammeRow> => ({
    id: standing,
    header: t(`figures.${standing}`),
    numeric: true,
    cell: ({ id, figures }) =>
      figures === null ? "–" : <Figure id={id} standing={standing} count={figures[standing]} />,
  });
  const columns: Column<ProgrammeRow>[] = [
    {
      id: "programme",
      header: t("columns.programme"),
      card: "title",
      cell: (row) => (
        <>
          <Link href={`${ALL}/${row.id}`} prefetch={false}>
            {nameOf(row)}
          </Link>
          {row.documentNumber !== null && row.issuedOn !== null && (
            <span className="block font-normal text-ink-2">
              {t("documentOf", { number: row.documentNumber, day: format.day(row.issuedOn) })}
            </span>
          )}
        </>
      ),
    },
    {
      id: "state",
      header: t("columns.state"),
      card: "status",
      cell: ({ state }) => <Tag tone={state === "ISSUED" ? "ok" : "info"}>{t(`states.${state}`)}</Tag>,
    },
    ...lineStandings.map(figure),
  ];
  return (
    <Table caption={t("list.caption", { count: rows.length })} columns={columns} rows={rows} rowId={({ id }) => id} />
  );
}

function Figure({ id, standing, count }: { id: string; standing: LineStanding; count: number }) {
  const t = useTranslations("inspectionProgrammes");
  const format = useFormat();
  if (count === 0) return "0";
  return (
    <Link
      href={addressOf(`${ALL}/${id}`, { standing })}
      prefetch={false}
      aria-label={t("openLines", { count, standing: t(`standings.${standing}`) })}
    >
      {format.number(count)}
    </Link>
  );
}

function OutsideTable({ cases }: { cases: readonly OutsideCase[] }) {
  const t = useTranslations("inspectionProgrammes");
  const words = useTranslations("inspections");
  const format = useFormat();
  const columns: Column<OutsideCase>[] = [
    {
      id: "title",
      header: t("columns.title"),
      card: "title",
      cell: ({ id, title }) => (
        <Link href={`/inspections/${id}`} prefetch={false}>
          {title}
        </Link>
      ),
    },
    { id: "body", header: t("columns.body"), cell: ({ body }) => words(`bodies.${body}`) },
    { id: "mode", header: t("columns.mode"), cell: ({ mode }) => words(`modes.${mode}`) },
    { id: "when", header: t("columns.when"), cell: ({ startsOn, concludedOn }) => format.day(concludedOn ?? startsOn) },
    {
      id: "outcome",
      header: t("columns.outcome"),
      card: "status",
      cell: ({ state }) => <Tag tone={state === "CONCLUDED" ? "ok" : "info"}>{words(`states.${state}`)}</Tag>,
    },
  ];
  return (
    <Table
      caption={t("outside.caption", { count: cases.length })}
      columns={columns}
      rows={cases}
      rowId={({ id }) => id}
    />
  );
}

type Missing = ProgrammeYear["missing"][number];

function MissingTable({ found: { year, missing } }: { found: ProgrammeYear }) {
  const t = useTranslations("inspectionProgrammes");
  const columns: Column<Missing>[] = [
    {
      id: "branch",
      header: t("columns.branch"),
      card: "title",
      cell: ({ branchId, branch }) => (
        <Link href={`/branches/${branchId}`} prefetch={false}>
          {branch}
        </Link>
      ),
    },
  ];
  const open: Column<Missing> = {
    id: "open",
    header: t("columns.open"),
    cell: ({ branchId, canOpen }) =>
      canOpen ? (
        <ButtonLink href={addressOf(`${ALL}/new`, { year, branch: branchId })}>{t("open.plan")}</ButtonLink>
      ) : (
        "–"
      ),
  };
  return (
    <Table
      caption={t("missing.caption", { count: missing.length, year: String(year) })}
      columns={missing.some(({ canOpen }) => canOpen) ? [...columns, open] : columns}
      rows={missing}
      rowId={({ branchId }) => branchId}
    />
  );
}
