import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Tracker } from "@/components/ui/tracker";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ProgressView, StepLine } from "@/lib/features/inspections/queries/get-progress";

type ProgressCardProps = { id: string; progress: ProgressView };

/** The steps of a case: where it stands, when each is due, what has been done by whom, and the time added. */
export function ProgressCard({ id, progress: { steps, next, rule, extension, can } }: ProgressCardProps) {
  const t = useTranslations("inspectionProgress");
  const rules = useTranslations("ruleSets");
  const format = useFormat();
  if (steps === null || rule === null) return null;
  return (
    <Card
      title={t("title")}
      actions={can.extend && <ButtonLink href={`/inspections/${id}/extend`}>{t("extend")}</ButtonLink>}
    >
      <p className="mb-3 text-ink-2">
        {t("rule", { days: rule.days, document: rule.document })}{" "}
        {!rule.isConfirmed && <Tag tone="warn">{rules("unconfirmed")}</Tag>}
      </p>
      <Tracker
        label={t("title")}
        stations={steps.map((one) => ({ id: one.step, label: <StationLabel line={one} /> }))}
        current={next}
      />
      {extension && (
        <p className="my-3">
          {t("extended", {
            ...{ days: extension.days, day: format.day(extension.grantedOn) },
            ...{ reason: extension.reason, by: extension.recordedBy },
          })}
        </p>
      )}
      <StepTable id={id} steps={steps} />
    </Card>
  );
}

function StationLabel({ line: { step, dueOn, doneOn, lateDays } }: { line: StepLine }) {
  const t = useTranslations("inspectionProgress");
  const format = useFormat();
  return (
    <>
      {t(`steps.${step}`)}
      {doneOn === null && (
        <span className="block font-normal text-small">
          {t("dueOn")} <strong>{format.day(dueOn)}</strong>
          {lateDays > 0 && <strong className="block">{t("overdueFor", { days: lateDays })}</strong>}
        </span>
      )}
    </>
  );
}

function StepTable({ id, steps }: { id: string; steps: readonly StepLine[] }) {
  const t = useTranslations("inspectionProgress");
  const format = useFormat();
  const columns: Column<StepLine>[] = [
    { id: "step", header: t("columns.step"), card: "title", cell: ({ step }) => t(`steps.${step}`) },
    { id: "phase", header: t("columns.phase"), card: "wide", cell: ({ phase }) => t(`phases.${phase}`) },
    { id: "due", header: t("columns.due"), cell: ({ dueOn }) => <strong>{format.day(dueOn)}</strong> },
    {
      id: "done",
      header: t("columns.done"),
      card: "status",
      cell: ({ doneOn, lateDays }) => (
        <>
          {doneOn === null ? t("notDone") : format.day(doneOn)}{" "}
          {lateDays > 0 && (
            <Tag tone={doneOn === null ? "err" : "warn"}>
              {t(doneOn === null ? "overdueFor" : "lateFor", { days: lateDays })}
            </Tag>
          )}
        </>
      ),
    },
    { id: "by", header: t("columns.by"), card: "wide", cell: ({ recordedBy }) => recordedBy },
    {
      id: "remark",
      header: t("columns.remark"),
      card: "wide",
      cell: ({ remark }) => remark && <span className="whitespace-pre-line">{remark}</span>,
    },
  ];
  const act: Column<StepLine> = {
    id: "act",
    header: t("columns.act"),
    cell: ({ step, doneOn, can }) =>
      can.mark && (
        <ButtonLink href={`/inspections/${id}/steps/${step}`}>{t(doneOn === null ? "mark" : "change")}</ButtonLink>
      ),
  };
  const hasActs = steps.some(({ can }) => can.mark);
  return (
    <Table
      caption={t("title")}
      columns={hasActs ? [...columns, act] : columns}
      rows={steps}
      rowId={(line) => line.step}
    />
  );
}
