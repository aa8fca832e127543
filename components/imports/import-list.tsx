import Link from "next/link";
import { useTranslations } from "next-intl";
import { ImportStateTag } from "@/components/imports/import-state-tag";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ImportRow } from "@/lib/features/imports/queries/list-imports";

/** The imports of the register, newest first. */
export function ImportList({ rows, mayImport }: { rows: readonly ImportRow[]; mayImport: boolean }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const columns: Column<ImportRow>[] = [
    {
      id: "file",
      header: t("list.file"),
      card: "title",
      cell: (row) => (
        <Link href={`/imports/${row.id}`} prefetch={false}>
          {row.fileName}
        </Link>
      ),
    },
    { id: "state", header: t("list.state"), cell: (row) => <ImportStateTag state={row.state} /> },
    {
      id: "result",
      header: t("list.result"),
      cell: ({ counts }) =>
        counts
          ? t("list.counts", { added: counts.ADD ?? 0, updated: counts.UPDATE ?? 0, rejected: counts.REPAIR ?? 0 })
          : "–",
    },
    { id: "by", header: t("list.by"), cell: (row) => row.importerName },
    { id: "at", header: t("list.at"), cell: (row) => format.moment(row.stagedAt) },
  ];
  const add = (
    <ButtonLink href="/imports/new" tone="primary">
      {t("list.add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        back={{ href: "/members", label: t("list.members") }}
        actions={mayImport && add}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("list.empty")} explain={mayImport && t("list.emptyExplain")} />
      ) : (
        <Table caption={t("list.caption")} columns={columns} rows={rows} rowId={(row) => row.id} />
      )}
    </>
  );
}
