import { useTranslations } from "next-intl";
import { BranchTable } from "@/components/organization/branch-table";
import { OnDayForm } from "@/components/organization/on-day-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { Notice } from "@/components/ui/notice";
import { EmptyState, NoneFound } from "@/components/ui/states";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchList as Found } from "@/lib/features/organization/queries/branches";

/** Which branches a list is narrowed to, by whether the secretary heads the village. */
export type HeadsFilter = "concurrent" | "lacking" | null;

type BranchListProps = { found: Found; heads: HeadsFilter; isToday: boolean; unreadable: string | null };

/** The branches of a day, all of them or by who heads the village. */
export function BranchList({ found, heads, isToday, unreadable }: BranchListProps) {
  const t = useTranslations("organization");
  const format = useFormat();
  const day = isToday ? null : found.on;
  const rows = found.rows.filter((row) => heads === null || row.heads === heads.toUpperCase());
  const allHref = addressOf("/branches", { on: day });
  const chips = heads ? [{ label: t("list.headsFilter"), value: t(`list.${heads}`), removeHref: allHref }] : [];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("list.lead", { count: rows.length, day: format.day(found.on) })}
        actions={
          found.can.add && (
            <ButtonLink href="/branches/new" tone="primary">
              {t("list.add")}
            </ButtonLink>
          )
        }
      />
      <OnDayForm action="/branches" on={found.on} unreadable={unreadable} keep={heads ? { heads } : {}} />
      <FilterChips chips={chips} clearHref={allHref} />
      {rows.some((row) => !row.can.open) && <Notice tone="info">{t("list.limited")}</Notice>}
      {rows.length > 0 && <BranchTable rows={rows} on={found.on} isToday={isToday} />}
      {rows.length === 0 && heads !== null && (
        <NoneFound>
          <ButtonLink href={allHref}>{t("list.all")}</ButtonLink>
        </NoneFound>
      )}
      {rows.length === 0 && heads === null && (
        <EmptyState title={t("list.emptyTitle", { day: format.day(found.on) })} explain={t("list.emptyExplain")} />
      )}
    </>
  );
}
