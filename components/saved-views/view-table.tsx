import Link from "next/link";
import { useTranslations } from "next-intl";
import { membersHref } from "@/components/saved-views/view-links";
import { type Column, Table } from "@/components/ui/table";
import type { SavedView } from "@/lib/features/saved-views/queries/list-views";

type ViewTableProps = {
  views: readonly SavedView[];
  /** What a view filters by, in words. */
  filtersOf: (list: string) => readonly string[];
  /** The query that takes the place of the one a view keeps; empty where none is offered. */
  list: string;
};

/** The saved views with what they filter by; the own ones lead to where they are changed. */
export function ViewTable({ views, filtersOf, list }: ViewTableProps) {
  const t = useTranslations("savedViews.table");
  const columns: Column<SavedView>[] = [
    {
      id: "name",
      header: t("name"),
      card: "title",
      cell: (view) => (
        <Link href={membersHref(view.list)} prefetch={false}>
          {view.name}
        </Link>
      ),
    },
    { id: "filters", header: t("filters"), cell: (view) => filtersOf(view.list).join("; ") || t("noFilters") },
    {
      id: "whose",
      header: t("whose"),
      cell: (view) => (view.isShared ? t("sharedBy", { name: view.ownerName }) : t("mine")),
    },
    {
      id: "acts",
      header: t("acts"),
      cell: (view) =>
        view.can.edit && (
          <Link
            href={`/members/views/${view.id}${list === "" ? "" : `?${list}`}`}
            className="list-act"
            prefetch={false}
          >
            {t(list === "" ? "edit" : "replace", { name: view.name })}
          </Link>
        ),
    },
  ];
  return (
    <Table caption={t("caption", { count: views.length })} columns={columns} rows={views} rowId={({ id }) => id} />
  );
}
