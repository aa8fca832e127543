import { useTranslations } from "next-intl";
import { BranchTable } from "@/components/organization/branch-table";
import { OnDayForm } from "@/components/organization/on-day-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FilterChips } from "@/components/ui/filter-chips";
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
  const [open, closed] = [rows.filter((row) => row.can.open), rows.filter((row) => !row.can.open)];
  const allHref = addressOf("/branches", { on: day });
  const chips = heads ? [{ label: t("list.headsFilter"), value: t(`list.${heads}`), removeHref: allHref }] : [];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("list.lead", { count: rows.length, day: format.day(found.on) })}
        actions={
          <>
            {found.can.add && (
              <ButtonLink href="/branches/new" tone="primary">
                {t("list.add")}
              </ButtonLink>
            )}
            <ButtonLink href="/branches/terms">{t("terms.openList")}</ButtonLink>
            <ButtonLink href="/branches/working-regulations">{t("list.regulations")}</ButtonLink>
            <ButtonLink href="/branches/villages">{t("villages.open")}</ButtonLink>
          </>
        }
      />
      <OnDayForm action="/branches" on={found.on} unreadable={unreadable} keep={heads ? { heads } : {}} />
      <FilterChips chips={chips} clearHref={allHref} />
      {open.length > 0 && <BranchTable rows={open} on={found.on} isToday={isToday} isAll={closed.length === 0} />}
      {closed.length > 0 && (
        <Card title={t("list.others")}>
          <p className="mb-3 text-ink-2">{t("list.limited")}</p>
          <ul className="grid gap-2 md:grid-cols-2">
            {closed.map((row) => (
              <li key={row.id}>{row.name}</li>
            ))}
          </ul>
        </Card>
      )}
      {rows.length === 0 && heads !== null && (
        <NoneFound>
          <ButtonLink href={allHref}>{t("list.all")}</ButtonLink>
        </NoneFound>
      )}
      {rows.length === 0 && heads === null && (
        <EmptyState title={t("list.emptyTitle", { day: format.day(found.on) })} explain={t("list.emptyExplain")}>
          {found.can.add && <ButtonLink href="/branches/new">{t("list.add")}</ButtonLink>}
        </EmptyState>
      )}
    </>
  );
}
