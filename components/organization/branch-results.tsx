import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchInspection, BranchRatingYear } from "@/lib/features/organization/queries/branch-results";

const levels = ["EXCELLENT", "GOOD", "COMPLETED", "FAILED", "NOT_RATED"] as const;

/** The branch's own level of each year, and how many of its members stand at each level. */
export function BranchRatings({ years }: { years: readonly BranchRatingYear[] }) {
  const t = useTranslations("organization");
  const format = useFormat();
  if (years.length === 0) return <EmptyState title={t("ratings.none")} />;
  return (
    <Table
      caption={t("ratings.caption")}
      rows={years}
      rowId={(row) => String(row.year)}
      columns={[
        {
          id: "year",
          header: t("ratings.year"),
          card: "title",
          cell: (row) => <Link href={`/ratings/${row.year}`}>{row.year}</Link>,
        },
        {
          id: "branch",
          header: t("ratings.branch"),
          cell: (row) => (row.isRated ? t(`levels.${row.level ?? "NOT_RATED"}`) : t("ratings.unknown")),
        },
        ...levels.map((level) => ({
          id: level,
          header: t(`levels.${level}`),
          numeric: true,
          cell: (row: BranchRatingYear) => format.number(row.members[level]),
        })),
      ]}
    />
  );
}

/** The concluded inspections and supervisions of the branch. */
export function BranchInspections({ inspections }: { inspections: readonly BranchInspection[] }) {
  const t = useTranslations("organization.inspections");
  const format = useFormat();
  if (inspections.length === 0) return <EmptyState title={t("none")} />;
  return (
    <Table
      caption={t("caption")}
      rows={inspections}
      rowId={(row) => row.id}
      columns={[
        {
          id: "title",
          header: t("name"),
          card: "title",
          cell: (row) => <Link href={`/inspections/${row.id}`}>{row.title}</Link>,
        },
        { id: "mode", header: t("mode"), card: "status", cell: (row) => t(`modes.${row.mode}`) },
        { id: "started", header: t("started"), cell: (row) => format.day(row.startsOn) },
        { id: "concluded", header: t("concluded"), cell: (row) => row.concludedOn && format.day(row.concludedOn) },
        {
          id: "discipline",
          header: t("discipline"),
          card: "wide",
          cell: (row) => (row.disciplineFollows ? t("yes") : t("no")),
        },
      ]}
    />
  );
}
