import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { VisitLine } from "@/lib/features/visits/queries/list-visits";

/** Visit reports, newest first. */
export function VisitList({ caption, visits }: { caption: string; visits: readonly VisitLine[] }) {
  const t = useTranslations("visits.list");
  const format = useFormat();
  const columns: Column<VisitLine>[] = [
    {
      id: "day",
      header: t("day"),
      card: "title",
      cell: ({ id, visitedOn }) => (
        <Link href={`/visits/${id}`} prefetch={false}>
          {format.day(visitedOn)}
        </Link>
      ),
    },
    { id: "branch", header: t("branch"), cell: ({ branch }) => branch },
    { id: "visitor", header: t("visitor"), cell: ({ visitorName }) => visitorName },
    { id: "meeting", header: t("meeting"), cell: ({ hasMeeting }) => (hasMeeting ? t("attended") : t("noMeeting")) },
  ];
  return <Table caption={caption} columns={columns} rows={visits} rowId={(visit) => visit.id} />;
}
