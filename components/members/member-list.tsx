import { useTranslations } from "next-intl";
import { ColumnChooser } from "@/components/members/column-chooser";
import { InitialLinks } from "@/components/members/initial-links";
import { initialsOf } from "@/components/members/initials";
import {
  bulkHref,
  exportHref,
  type ListState,
  listHref,
  noFilters,
  orderHref,
  registerHref,
} from "@/components/members/list-address";
import { columnsIn, openColumns } from "@/components/members/member-columns";
import { MemberFilters } from "@/components/members/member-filters";
import { MemberTable } from "@/components/members/member-table";
import { useFilterChips } from "@/components/members/use-filter-chips";
import { ViewLinks } from "@/components/saved-views/view-links";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { Notice } from "@/components/ui/notice";
import { Pagination, pageSizeOf, sizeName } from "@/components/ui/pagination";
import { PrintHeader } from "@/components/ui/print-header";
import type { Option } from "@/components/ui/select";
import { EmptyState, NoneFound } from "@/components/ui/states";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberPage } from "@/lib/features/members/queries/list-members";
import type { SavedViews } from "@/lib/features/saved-views/queries/list-views";

type MemberListProps = {
  found: MemberPage;
  state: ListState;
  branches: readonly Option[];
  ethnicities: readonly string[];
  unreadable: string | null;
  /** The columns the reader has chosen for good. */
  keptColumns: string;
  saved: SavedViews;
  mayImport: boolean;
  mayEditMany: boolean;
  mayMerge: boolean;
  mayArchive: boolean;
  print: { bodyName: string; printedAt: string; printedBy: string };
};

/** The list of members with its search, filters, columns and pages; its whole state is the address. */
export function MemberList(props: MemberListProps) {
  const {
    found,
    state,
    branches,
    ethnicities,
    unreadable,
    keptColumns,
    saved,
    mayImport,
    mayEditMany,
    mayMerge,
    mayArchive,
    print,
  } = props;
  const t = useTranslations("members");
  const format = useFormat();
  const { ratingYear } = found;
  const initials = isByName(state) ? initialsOf(found.rows) : [];
  const chips = useFilterChips(state, branches, ratingYear);
  const columns = columnsIn(state.cols || keptColumns, found.can);
  const day = format.day(found.on);
  const clearHref = listHref(state, noFilters);
  const scope = [t("list.lead", { day }), ...chips.map((chip) => `${chip.label}: ${chip.value}`)].join("; ");
  return (
    <div className="print-landscape grid gap-4">
      <PrintHeader {...print} title={t("title")} filter={scope} />
      <PageHeader
        title={t("title")}
        actions={
          <>
            {found.can.add && (
              <ButtonLink href="/members/new" tone="primary">
                {t("list.add")}
              </ButtonLink>
            )}
            {mayImport && <ButtonLink href="/imports">{t("list.import")}</ButtonLink>}
            {mayMerge && <ButtonLink href="/members/duplicates">{t("list.duplicates")}</ButtonLink>}
            {mayArchive && <ButtonLink href="/members/archive">{t("list.archive")}</ButtonLink>}
          </>
        }
      />
      {unreadable !== null && <Notice tone="warn">{t("list.unreadableDay", { typed: unreadable, day })}</Notice>}
      <MemberFilters
        state={state}
        on={found.on}
        ratingYear={ratingYear}
        branches={branches}
        ethnicities={ethnicities}
        can={found.can}
        filterCount={chips.length}
      />
      <ViewLinks views={saved.views} state={state} canKeep={saved.can.keep} />
      <FilterChips chips={chips} clearHref={clearHref} />
      <div className="toolbar items-center">
        <p role="status" className="mr-auto font-semibold">
          {t("list.result", { count: found.total, day })}
        </p>
        <ColumnChooser shown={columns} open={openColumns(found.can)} returnTo={listHref(state, { cols: "" })} />
        {found.total > 0 && mayEditMany && (
          <a href={bulkHref(state)} className="list-act">
            {t("list.editMany")}
          </a>
        )}
        {found.total > 0 && <FileLinks state={state} can={found.can} />}
      </div>
      {found.total > 0 && (
        <div className="captioned">
          <InitialLinks initials={initials} />
          <MemberTable
            rows={found.rows}
            columns={columns}
            state={state}
            on={found.on}
            ratingYear={ratingYear}
            caption={t("list.caption", { day })}
            initials={initials}
          />
        </div>
      )}
      {found.total === 0 && chips.length > 0 && (
        <NoneFound>
          <ButtonLink href={clearHref}>{t("list.clear")}</ButtonLink>
        </NoneFound>
      )}
      {found.total === 0 && chips.length === 0 && (
        <EmptyState title={t("list.emptyTitle", { day })} explain={t("list.emptyExplain")}>
          {found.can.add && <ButtonLink href="/members/new">{t("list.add")}</ButtonLink>}
        </EmptyState>
      )}
      <Pagination
        total={found.total}
        page={found.page}
        size={pageSizeOf(state.size)}
        hrefFor={(page, size) => listHref(state, { page, size: sizeName(size) })}
      />
    </div>
  );
}

/* What a list filtered by ethnicity tells is sensitive, so it leaves only with its purpose. */
function FileLinks({ state, can }: { state: ListState; can: MemberPage["can"] }) {
  const t = useTranslations("members.list.export");
  const plain = can.export && !state.ethnicity;
  const links = [
    ...(plain ? fileFormats.map((format) => ({ href: exportHref(state, format), label: t(format) })) : []),
    ...(can.export ? [{ href: registerHref(state), label: t("register") }] : []),
    ...(can.exportSensitive ? [{ href: orderHref(state), label: t("sensitive") }] : []),
  ];
  return links.map(({ href, label }) => (
    <a key={href} href={href} className="list-act">
      {label}
    </a>
  ));
}

function isByName({ sort }: ListState): boolean {
  return sort === "name" || sort === "-name";
}

const fileFormats = ["xlsx", "csv"] as const;
