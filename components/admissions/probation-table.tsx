import Link from "next/link";
import { useTranslations } from "next-intl";
import { ClockWords } from "@/components/admissions/clock-words";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ProbationLine } from "@/lib/features/admissions/queries/list-probations";

/** Members on probation, each with the day it ends, what is left of it, and the dossier of recognition. */
export function ProbationTable({ lines }: { lines: readonly ProbationLine[] }) {
  const t = useTranslations("admissions");
  const format = useFormat();
  const columns: Column<ProbationLine>[] = [
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
    { id: "branch", header: t("columns.branch"), cell: (line) => line.branch },
    {
      id: "dueOn",
      header: t("columns.dueOn"),
      cell: ({ clock }) => (clock ? <span className="font-semibold">{format.day(clock.dueOn)}</span> : "–"),
    },
    { id: "clock", header: t("columns.clock"), cell: ({ clock }) => <ClockWords clock={clock} /> },
    { id: "dossier", header: t("columns.dossier"), cell: (line) => <DossierCell line={line} /> },
  ];
  return <Table caption={t("probation.caption")} columns={columns} rows={lines} rowId={(line) => line.memberId} />;
}

function DossierCell({ line: { memberId, name, dossier, can } }: { line: ProbationLine }) {
  const t = useTranslations("admissions");
  if (dossier) {
    const { id, turn } = dossier;
    return (
      <Link href={`/admissions/${id}`} prefetch={false}>
        {turn ? t("probation.see", { turn: t(`turns.${turn}`) }) : t("probation.seeDone")}
      </Link>
    );
  }
  if (!can.open) return "–";
  return (
    <Link
      href={`/admissions/recognition?member=${memberId}`}
      prefetch={false}
      aria-label={t("probation.openFor", { name })}
    >
      {t("probation.open")}
    </Link>
  );
}
