import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { lastDayOf } from "@/lib/core/day/interval";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RollStay } from "@/lib/features/reports/rules";
import type { RollColumn } from "@/lib/features/reports/schema";

type RollNamesProps = {
  column: RollColumn;
  branch: string;
  stays: readonly (RollStay & { readonly branch: string })[];
};

/** The people behind one number of the table, with the days of their stay in the branch. */
export function RollNames({ column, branch, stays }: RollNamesProps) {
  const t = useTranslations("reports.roll");
  const format = useFormat();
  const columns: Column<RollNamesProps["stays"][number]>[] = [
    {
      id: "name",
      header: t("name"),
      card: "title",
      cell: (stay) => (
        <Link href={`/members/${stay.memberId}`} prefetch={false}>
          {stay.fullName}
        </Link>
      ),
    },
    { id: "branch", header: t("branch"), cell: (stay) => stay.branch },
    { id: "since", header: t("since"), cell: (stay) => format.day(stay.startsOn) },
    { id: "began", header: t("began"), cell: (stay) => t(`begins.${stay.began}`) },
    { id: "until", header: t("until"), cell: (stay) => <LastDay stay={stay} /> },
    { id: "ended", header: t("ended"), cell: (stay) => stay.endReason && t(`ends.${stay.endReason}`) },
  ];
  return (
    <Card title={<span id="names">{t("namesOf", { branch, column: t(`columns.${column}`) })}</span>}>
      <Table
        caption={t("people", { count: stays.length })}
        columns={columns}
        rows={stays}
        rowId={(stay) => `${stay.memberId} ${stay.startsOn}`}
      />
    </Card>
  );
}

function LastDay({ stay }: { stay: RollStay }) {
  const format = useFormat();
  const last = lastDayOf(stay);
  return last && format.day(last);
}
