import Link from "next/link";
import { useTranslations } from "next-intl";
import { StandingTag } from "@/components/inspection-programmes/programme-words";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { FilterChips } from "@/components/ui/filter-chips";
import { Notice } from "@/components/ui/notice";
import { EmptyState, NoneFound } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { LineView, ProgrammeView } from "@/lib/features/inspection-programmes/queries/get-programme";
import type { LineStanding } from "@/lib/features/inspection-programmes/schema";

const LINES = "/inspections/programmes/lines";

type ProgrammeScreenProps = { programme: ProgrammeView; standing: LineStanding | null };

/** A programme on one sheet: its paper, and its lines in month order with what became of each. */
export function ProgrammeScreen({ programme, standing }: ProgrammeScreenProps) {
  const t = useTranslations("inspectionProgrammes");
  const { id, state, lines, branchId } = programme;
  const shown = lines.filter((line) => standing === null || line.standing === standing);
  const page = `/inspections/programmes/${id}`;
  const chips = standing ? [{ label: t("lines.standing"), value: t(`standings.${standing}`), removeHref: page }] : [];
  return (
    <>
      {state === "DRAFT" && <Notice tone="info">{t(branchId === null ? "draftNotice" : "draftNoticeBranch")}</Notice>}
      {state === "ISSUED" && <Paper programme={programme} />}
      <FilterChips chips={chips} clearHref={page} />
      {shown.length > 0 && <LineTable lines={shown} programme={programme} />}
      {shown.length === 0 && standing !== null && (
        <NoneFound>
          <ButtonLink href={page}>{t("lines.all")}</ButtonLink>
        </NoneFound>
      )}
      {shown.length === 0 && standing === null && (
        <EmptyState title={t("lines.none")} explain={programme.can.keep ? t("lines.noneExplain") : undefined} />
      )}
    </>
  );
}

function Paper({ programme }: { programme: ProgrammeView }) {
  const t = useTranslations("inspectionProgrammes");
  const format = useFormat();
  const { documentNumber, issuedOn, issuedBy } = programme;
  if (documentNumber === null || issuedOn === null) return null;
  return (
    <Card>
      <DescriptionList
        facts={[
          { term: t("facts.document"), value: t("documentOf", { number: documentNumber, day: format.day(issuedOn) }) },
          { term: t("facts.issuedBy"), value: issuedBy },
        ]}
      />
    </Card>
  );
}

function LineTable({ lines, programme }: { lines: readonly LineView[]; programme: ProgrammeView }) {
  const t = useTranslations("inspectionProgrammes");
  const words = useTranslations("inspections");
  const columns: Column<LineView>[] = [
    {
      id: "what",
      header: t("columns.what"),
      card: "title",
      cell: ({ topic, remark }) => (
        <>
          {words(`topics.${topic}`)}
          {remark && <span className="block font-normal text-ink-2">{t("remark", { remark })}</span>}
        </>
      ),
    },
    {
      id: "month",
      header: t("columns.month"),
      cell: ({ month }) => <span className="whitespace-nowrap">{t("month", { month: String(month) })}</span>,
    },
    { id: "mode", header: t("columns.mode"), cell: ({ mode }) => words(`modes.${mode}`) },
    {
      id: "subjects",
      header: t("columns.subjects"),
      cell: ({ subjects }) => subjects.map(({ name }) => name).join(", "),
    },
    { id: "team", header: t("columns.team"), cell: ({ team }) => team ?? "–" },
  ];
  const standing: Column<LineView> = {
    id: "standing",
    header: t("columns.standing"),
    cell: (line) => <Standing line={line} />,
  };
  const steps: Column<LineView> = {
    id: "steps",
    header: t("columns.steps"),
    cell: (line) => <Steps line={line} year={programme.year} />,
  };
  const isIssued = programme.state === "ISSUED";
  return (
    <Table
      caption={t("lines.caption", { count: lines.length })}
      columns={[
        ...columns,
        ...(isIssued ? [standing] : []),
        ...(lines.some(({ can }) => Object.values(can).some(Boolean)) ? [steps] : []),
      ]}
      rows={lines}
      rowId={({ id }) => id}
    />
  );
}

function Standing({ line }: { line: LineView }) {
  const t = useTranslations("inspectionProgrammes");
  const format = useFormat();
  const { standing, added, dropped, done, carriedOut } = line;
  return (
    <div className="grid gap-1">
      {standing && (
        <span>
          <StandingTag standing={standing} />
        </span>
      )}
      {carriedOut && (
        <Link href={`/inspections/${carriedOut.id}`} prefetch={false}>
          {carriedOut.title}
        </Link>
      )}
      {done && <span>{t("finished", { day: format.day(done.on), result: done.result })}</span>}
      {done?.meetingId && (
        <Link href={`/meetings/${done.meetingId}`} prefetch={false}>
          {t("atMeeting")}
        </Link>
      )}
      {added && <span>{t("added", { day: format.day(added.on), reason: added.reason })}</span>}
      {dropped && <span>{t("dropped", { day: format.day(dropped.on), reason: dropped.reason })}</span>}
    </div>
  );
}

function Steps({ line: { id, done, can }, year }: { line: LineView; year: number }) {
  const t = useTranslations("inspectionProgrammes");
  return (
    <div className="screen-only actions">
      {can.openCase && (
        <ButtonLink href={addressOf("/inspections/new", { year, line: id })}>{t("openCase")}</ButtonLink>
      )}
      {can.markDone && (
        <ButtonLink href={`${LINES}/${id}/done`}>{t(done ? "markDone.again" : "markDone.open")}</ButtonLink>
      )}
      {can.drop && <ButtonLink href={`${LINES}/${id}/drop`}>{t("drop.open")}</ButtonLink>}
      {can.takeOut && <ButtonLink href={`${LINES}/${id}/take-out`}>{t("takeOut.open")}</ButtonLink>}
    </div>
  );
}
