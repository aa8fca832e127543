import Link from "next/link";
import { useTranslations } from "next-intl";
import { DirectionTag, useKindOptions } from "@/components/party-documents/document-words";
import { PageHeader } from "@/components/shared/page-header";
import { SearchForm } from "@/components/shared/search-form";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { Pagination, pageSizeOf, sizeName } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { Select } from "@/components/ui/select";
import { EmptyState, NoneFound } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DocumentLine, DocumentPage } from "@/lib/features/party-documents/queries/list-documents";
import type { DocumentFilter } from "@/lib/features/party-documents/schema";

type DocumentListViewProps = { found: DocumentPage; filter: DocumentFilter };

const DIRECTIONS = ["INCOMING", "OWN"] as const;

function hrefOf(filter: DocumentFilter, changes: Partial<DocumentFilter>): string {
  const { page, size, order, ...asked } = { ...filter, page: 1, ...changes };
  return addressOf("/party-documents", {
    ...asked,
    order: order === "newest" ? null : order,
    size: size === "25" ? null : size,
    page: page === 1 ? null : page,
  });
}

/** The register of Party documents, searched and narrowed; the address is its state. */
export function DocumentListView({ found, filter }: DocumentListViewProps) {
  const t = useTranslations("partyDocuments");
  const isNarrowed = filter.q !== "" || filter.direction !== null || filter.kind !== null || filter.year !== null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {found.can.register && (
              <>
                <ButtonLink href="/party-documents/new" tone="primary">
                  {t("receive.open")}
                </ButtonLink>
                <ButtonLink href="/party-documents/issue">{t("issue.open")}</ButtonLink>
              </>
            )}
            <PrintButton />
          </>
        }
      />
      <Filters found={found} filter={filter} />
      {found.total === 0 && (isNarrowed ? <NoneFound /> : <EmptyState title={t("none")} explain={t("noneExplain")} />)}
      {found.total > 0 && <Lines found={found} filter={filter} />}
      <Pagination
        total={found.total}
        page={found.page}
        size={pageSizeOf(filter.size)}
        hrefFor={(page, size) => hrefOf(filter, { page, size: sizeName(size) })}
      />
    </>
  );
}

function Filters({ found, filter }: DocumentListViewProps) {
  const t = useTranslations("partyDocuments");
  const kinds = useKindOptions(found.kinds);
  const { q, direction, kind, year, order, size } = filter;
  const chips = [
    { label: t("filter.search"), value: q, without: { q: "" } },
    { label: t("columns.direction"), value: direction && t(`directions.${direction}`), without: { direction: null } },
    { label: t("columns.kind"), value: kind && t(`kinds.${kind}`), without: { kind: null } },
    { label: t("filter.year"), value: year && String(year), without: { year: null } },
  ].flatMap(({ label, value, without }) => (value ? [{ label, value, removeHref: hrefOf(filter, without) }] : []));
  return (
    <>
      <SearchForm
        action="/party-documents"
        label={t("filter.search")}
        defaultValue={q}
        keep={{ order: order === "newest" ? "" : order, size: size === "25" ? "" : size }}
        filtersLabel={t("filter.label", { count: [direction, kind, year].filter((one) => one !== null).length })}
        filters={
          <>
            <Select
              key={`direction ${direction}`}
              name="direction"
              label={t("columns.direction")}
              options={DIRECTIONS.map((value) => ({ value, label: t(`directions.${value}`) }))}
              defaultValue={direction ?? ""}
            />
            <Select
              key={`kind ${kind}`}
              name="kind"
              label={t("columns.kind")}
              options={kinds}
              defaultValue={kind ?? ""}
            />
            <Select
              key={`year ${year}`}
              name="year"
              label={t("filter.year")}
              options={found.years.map((of) => ({ value: String(of), label: String(of) }))}
              defaultValue={year === null ? "" : String(year)}
            />
          </>
        }
      />
      <FilterChips chips={chips} clearHref={hrefOf(filter, { q: "", direction: null, kind: null, year: null })} />
    </>
  );
}

function Lines({ found, filter }: DocumentListViewProps) {
  const t = useTranslations("partyDocuments");
  const format = useFormat();
  const isNewest = filter.order === "newest";
  const columns: Column<DocumentLine>[] = [
    {
      id: "sign",
      header: t("columns.sign"),
      card: "title",
      cell: ({ id, sign }) => (
        <Link href={`/party-documents/${id}`} prefetch={false}>
          {sign}
        </Link>
      ),
    },
    {
      id: "issuedOn",
      header: t("columns.issuedOn"),
      sort: {
        href: hrefOf(filter, { order: isNewest ? "oldest" : "newest" }),
        direction: isNewest ? "descending" : "ascending",
      },
      cell: ({ issuedOn }) => format.day(issuedOn),
    },
    {
      id: "subject",
      header: t("columns.kindAndSubject"),
      cell: ({ kind, subjectLine }) => t("kindAndSubject", { kind: t(`kinds.${kind}`), subject: subjectLine }),
    },
    { id: "issuer", header: t("columns.issuer"), cell: ({ issuer }) => issuer },
    { id: "audience", header: t("columns.audience"), cell: ({ audience }) => t(`audiences.${audience}`) },
    { id: "direction", header: t("columns.direction"), cell: (line) => <DirectionTag {...line} /> },
  ];
  return (
    <Table
      caption={t("caption", { count: found.total })}
      columns={columns}
      rows={found.lines}
      rowId={(line) => line.id}
    />
  );
}
