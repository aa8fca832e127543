import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { AnnouncementLine } from "@/lib/features/announcements/queries/list-announcements";

/** What the committee has told the branches, newest first. */
export function AnnouncementTable({ lines }: { lines: readonly AnnouncementLine[] }) {
  const t = useTranslations("announcements.list");
  const format = useFormat();
  if (lines.length === 0) return <EmptyState title={t("none")} explain={t("noneExplain")} />;
  const columns: Column<AnnouncementLine>[] = [
    {
      id: "announcement",
      header: t("announcement"),
      card: "title",
      cell: ({ id, title, isWithdrawn }) => (
        <>
          <Link href={`/announcements/${id}`} prefetch={false}>
            {title}
          </Link>{" "}
          {isWithdrawn && <Tag tone="draft">{t("withdrawn")}</Tag>}
        </>
      ),
    },
    { id: "for", header: t("for"), cell: ({ branches }) => branches.join("; ") || t("all") },
    { id: "by", header: t("by"), cell: ({ postedBy }) => postedBy },
    { id: "at", header: t("at"), cell: ({ postedAt }) => format.moment(postedAt) },
    { id: "comments", header: t("comments"), numeric: true, cell: ({ comments }) => comments },
  ];
  return (
    <Table caption={t("caption", { count: lines.length })} columns={columns} rows={lines} rowId={({ id }) => id} />
  );
}
