import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { lastDayOf } from "@/lib/core/day/interval";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RollEntry, RollStay } from "@/lib/features/reports/rules";
import type { RollColumn } from "@/lib/features/reports/schema";

type RollNamesProps = {
  column: RollColumn;
  branch: string;
  /** `stay` as it is now; null where it no longer touches the period. */
  people: readonly (RollEntry & { readonly branch: string; readonly stay: RollStay | null })[];
};

/** The people behind one number of the table, with the days of their stay in the branch. */
export function RollNames({ column, branch, people }: RollNamesProps) {
  const t = useTranslations("reports.roll");
  const format = useFormat();
  const columns: Column<RollNamesProps["people"][number]>[] = [
    {
      id: "name",
      header: t("name"),
      card: "title",
      cell: (person) => (
        <Link href={`/members/${person.memberId}`} prefetch={false}>
          {person.fullName}
        </Link>
      ),
    },
    { id: "branch", header: t("branch"), cell: (person) => person.branch },
    { id: "since", header: t("since"), cell: ({ stay }) => stay && format.day(stay.startsOn) },
    { id: "began", header: t("began"), cell: ({ stay }) => stay && t(`begins.${stay.began}`) },
    { id: "until", header: t("until"), cell: ({ stay }) => stay && <LastDay stay={stay} /> },
    { id: "ended", header: t("ended"), cell: ({ stay }) => stay?.endReason && t(`ends.${stay.endReason}`) },
  ];
  return (
    <Card title={<span id="names">{t("namesOf", { branch, column: t(`columns.${column}`) })}</span>}>
      <Table
        caption={t("people", { count: people.length })}
        columns={columns}
        rows={people}
        rowId={(person) => person.stayId}
      />
    </Card>
  );
}

function LastDay({ stay }: { stay: RollStay }) {
  const format = useFormat();
  const last = lastDayOf(stay);
  return last && format.day(last);
}
