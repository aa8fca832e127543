import Link from "next/link";
import { useTranslations } from "next-intl";
import { pageNumbers, rowsOfPage } from "@/components/ui/page-numbers";
import { useFormat } from "@/lib/core/i18n/use-format";

export const pageSizes = [25, 50, 100, "all"] as const;

/** How many rows a page of a list holds. */
export type PageSize = (typeof pageSizes)[number];

/** A page size as an address names it. */
export type SizeName = "25" | "50" | "100" | "all";

const sizes = { "25": 25, "50": 50, "100": 100, all: "all" } as const satisfies Record<SizeName, PageSize>;
const names = { 25: "25", 50: "50", 100: "100", all: "all" } as const satisfies Record<PageSize, SizeName>;

/** The size that an address names. */
export function pageSizeOf(name: SizeName): PageSize {
  return sizes[name];
}

/** How an address names a size. */
export function sizeName(size: PageSize): SizeName {
  return names[size];
}

type PaginationProps = {
  total: number;
  page: number;
  size: PageSize;
  /** The address of a page of a size, with every filter kept. */
  hrefFor: (page: number, size: PageSize) => string;
  /** The sizes to choose from; a list that only grows does not offer all of it. */
  offered?: readonly PageSize[];
};

/** Where in a list this page stands, links to the others, and how many rows a page holds. */
export function Pagination({ total, page, size, hrefFor, offered = pageSizes }: PaginationProps) {
  const t = useTranslations("common.list");
  const format = useFormat();
  if (total === 0) return null;

  const last = size === "all" ? 1 : Math.max(1, Math.ceil(total / size));
  const { page: here, from, to } = rowsOfPage(total, page, size);
  return (
    <div className="screen-only flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="text-ink-2">
        {t("range", {
          first: format.number(from + 1),
          last: format.number(to),
          total: format.number(total),
        })}
      </p>
      {last > 1 && (
        <nav aria-label={t("pages")} className="pages">
          {here > 1 && (
            <Link href={hrefFor(here - 1, size)} prefetch={false} rel="prev">
              {t("previous")}
            </Link>
          )}
          {pageNumbers(here, last).map((number, place) =>
            number === null ? (
              <span key={`gap-${place}`} className="gap">
                …
              </span>
            ) : number === here ? (
              <span key={number} aria-current="page">
                {number}
              </span>
            ) : (
              <Link key={number} href={hrefFor(number, size)} prefetch={false} aria-label={t("page", { page: number })}>
                {number}
              </Link>
            ),
          )}
          {here < last && (
            <Link href={hrefFor(here + 1, size)} prefetch={false} rel="next">
              {t("next")}
            </Link>
          )}
        </nav>
      )}
      {total > 25 && (
        <nav aria-label={t("perPage")} className="pages">
          <span className="text-ink-2">{t("perPage")}:</span>
          {offered.map((option) =>
            option === size ? (
              <span key={option} aria-current="true">
                {option === "all" ? t("all") : option}
              </span>
            ) : (
              <Link key={option} href={hrefFor(1, option)} prefetch={false}>
                {option === "all" ? t("all") : option}
              </Link>
            ),
          )}
        </nav>
      )}
    </div>
  );
}
