import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ArchiveFacts } from "@/lib/features/member-archives/queries/list-archives";

/** What was proposed for the archive and what went into it. */
export function ArchiveList({ archives }: { archives: readonly ArchiveFacts[] }) {
  const t = useTranslations("memberArchives");
  const format = useFormat();
  if (archives.length === 0) return <EmptyState title={t("list.none")} explain={t("list.noneExplain")} />;
  const columns: Column<ArchiveFacts>[] = [
    {
      id: "member",
      header: t("list.member"),
      card: "title",
      cell: ({ id, memberName }) => (
        <Link href={`/members/archive/${id}`} prefetch={false}>
          {memberName}
        </Link>
      ),
    },
    { id: "reason", header: t("list.reason"), cell: ({ reason }) => reason },
    { id: "state", header: t("list.state"), cell: ({ state }) => t(`states.${state}`) },
    { id: "by", header: t("list.by"), cell: ({ proposedBy }) => proposedBy },
    { id: "at", header: t("list.at"), cell: ({ proposedAt }) => format.moment(proposedAt) },
    {
      id: "undoUntil",
      header: t("list.undoUntil"),
      cell: ({ undoEndsAt }) => (undoEndsAt ? format.moment(undoEndsAt) : t("list.notYet")),
    },
  ];
  return (
    <Table
      caption={t("list.caption", { count: archives.length })}
      columns={columns}
      rows={archives}
      rowId={({ id }) => id}
    />
  );
}
