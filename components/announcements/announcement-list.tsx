import Link from "next/link";
import { useTranslations } from "next-intl";
import { SearchForm } from "@/components/shared/search-form";
import { FilterChips } from "@/components/ui/filter-chips";
import { Pagination, pageSizeOf, sizeName } from "@/components/ui/pagination";
import { EmptyState, NoneFound } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { AnnouncementLine, AnnouncementPage } from "@/lib/features/announcements/queries/list-announcements";
import type { AnnouncementFilter } from "@/lib/features/announcements/schema";

const LIST = "/announcements";

function hrefOf(filter: AnnouncementFilter, changes: Partial<AnnouncementFilter>): string {
  const { q, page, size } = { ...filter, page: 1, ...changes };
  return addressOf(LIST, { q, size: size === "25" ? null : size, page: page === 1 ? null : page });
}

/** What the committee has told the branches, newest first, searched by words; the address is the state of the list. */
export function AnnouncementList({ found, filter }: { found: AnnouncementPage; filter: AnnouncementFilter }) {
  const t = useTranslations("announcements.list");
  const { q, size } = filter;
  const chips = q === "" ? [] : [{ label: t("search"), value: q, removeHref: hrefOf(filter, { q: "" }) }];
  return (
    <>
      <SearchForm action={LIST} label={t("search")} defaultValue={q} keep={{ size: size === "25" ? "" : size }} />
      <FilterChips chips={chips} clearHref={hrefOf(filter, { q: "" })} />
      {found.total === 0 && (q === "" ? <EmptyState title={t("none")} explain={t("noneExplain")} /> : <NoneFound />)}
      {found.total > 0 && <AnnouncementTable found={found} />}
      <Pagination
        total={found.total}
        page={found.page}
        size={pageSizeOf(size)}
        hrefFor={(page, of) => hrefOf(filter, { page, size: sizeName(of) })}
      />
    </>
  );
}

function AnnouncementTable({ found: { lines, total } }: { found: AnnouncementPage }) {
  const t = useTranslations("announcements.list");
  const format = useFormat();
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
  return <Table caption={t("caption", { count: total })} columns={columns} rows={lines} rowId={({ id }) => id} />;
}
