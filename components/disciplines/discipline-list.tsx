import Link from "next/link";
import { useTranslations } from "next-intl";
import { LastDay, StandingTag } from "@/components/disciplines/discipline-words";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DisciplineLine } from "@/lib/features/disciplines/queries/list-disciplines";

/** The decisions that the reader sees, each leading to its record. */
export function DisciplineTable({ lines }: { lines: readonly DisciplineLine[] }) {
  const t = useTranslations("disciplines");
  const format = useFormat();
  if (lines.length === 0) return <EmptyState title={t("none")} explain={t("noneExplain")} />;
  const columns: Column<DisciplineLine>[] = [
    {
      id: "who",
      header: t("columns.who"),
      card: "title",
      cell: ({ id, name }) => (
        <Link href={`/disciplines/${id}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { id: "branch", header: t("columns.branch"), cell: ({ branch }) => branch },
    { id: "form", header: t("columns.form"), cell: ({ form }) => t(`forms.${form}`) },
    {
      id: "decision",
      header: t("columns.decision"),
      cell: ({ decisionNumber, decidedOn, bodyName }) =>
        t("decisionOf", { number: decisionNumber, day: format.day(decidedOn), body: bodyName }),
    },
    { id: "announcedOn", header: t("columns.announcedOn"), cell: ({ announcedOn }) => format.day(announcedOn) },
    { id: "endsOn", header: t("columns.endsOn"), cell: (of) => <LastDay of={of} /> },
    {
      id: "standing",
      header: t("columns.standing"),
      card: "status",
      cell: ({ standing }) => <StandingTag standing={standing} />,
    },
  ];
  return (
    <Table caption={t("caption", { count: lines.length })} columns={columns} rows={lines} rowId={({ id }) => id} />
  );
}
