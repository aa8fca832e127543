import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchRecord } from "@/lib/features/organization/queries/branch-record";

type HeldKind = BranchRecord["offices" | "assignments"][number]["kind"] | "VILLAGE_HEAD";

/** Someone in an office, an assignment or at the head of a village, over a period. */
export type HeldRow<Kind extends HeldKind> = Omit<BranchRecord["offices"][number], "kind"> & { readonly kind: Kind };

type HeldTableProps<Kind extends HeldKind> = {
  caption: ReactNode;
  kindHeader: string;
  rows: readonly HeldRow<Kind>[];
  wordOf: (kind: Kind) => string;
  /** Where an open one is ended; null for who may not. */
  endHref: ((id: string) => string) | null;
};

/** Who held what, from when to when, newest first as given. */
export function HeldTable<Kind extends HeldKind>({ caption, kindHeader, rows, wordOf, endHref }: HeldTableProps<Kind>) {
  const t = useTranslations("organization");
  const format = useFormat();
  const columns: Column<HeldRow<Kind>>[] = [
    {
      id: "person",
      header: t("officers.person"),
      card: "title",
      cell: (row) => (
        <Link href={`/members/${row.person.id}`} prefetch={false}>
          {row.person.name}
        </Link>
      ),
    },
    { id: "office", header: kindHeader, cell: (row) => wordOf(row.kind) },
    {
      id: "period",
      header: t("officers.period"),
      cell: (row) => format.period(row.startsOn, row.lastDay),
    },
  ];
  if (rows.some((row) => row.decisionNumber !== null)) {
    columns.push({
      id: "decision",
      header: t("officers.decision"),
      card: "wide",
      cell: (row) => row.decisionNumber ?? "–",
    });
  }
  if (endHref !== null && rows.some((row) => row.lastDay === null)) {
    columns.push({
      id: "act",
      header: t("officers.act"),
      card: "status",
      cell: (row) =>
        row.lastDay === null && (
          <Link href={endHref(row.id)} prefetch={false} aria-label={t("officers.endOf", { name: row.person.name })}>
            {t("officers.end")}
          </Link>
        ),
    });
  }
  return <Table caption={caption} columns={columns} rows={rows} rowId={(row) => row.id} />;
}
