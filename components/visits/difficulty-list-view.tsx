import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { DifficultyTable } from "@/components/visits/difficulty-table";
import { addressOf } from "@/lib/core/address";
import type { DifficultyList } from "@/lib/features/visits/queries/list-difficulties";
import type { DifficultyFilter } from "@/lib/features/visits/schema";

type DifficultyListViewProps = { list: DifficultyList; filter: DifficultyFilter; thisYear: number };

/** The open difficulties, or those raised in a year, by where they stand. */
export function DifficultyListView({ list, filter, thisYear }: DifficultyListViewProps) {
  const t = useTranslations("difficulties");
  const { year, lines } = list;
  const { branch, person, standing } = filter;
  const hrefOf = (changes: Partial<DifficultyFilter>) =>
    addressOf("/difficulties", { year, branch, person, ...changes });
  const years = year === null ? [thisYear] : [year - 1, year + 1];
  const isNarrowed = branch !== null || person !== null;
  const tabs = [
    { href: hrefOf({}), label: t("allOf", { count: list.total }) },
    ...list.counts.map((one) => ({
      href: hrefOf({ standing: one.standing }),
      label: t("standingOf", { standing: t(`standings.${one.standing}`), count: one.count }),
    })),
  ];
  return (
    <>
      <PageHeader
        title={year === null ? t("openTitle") : t("yearTitle", { year: String(year) })}
        lead={t("lead")}
        back={isNarrowed ? { href: addressOf("/difficulties", { year }), label: t("toAll") } : undefined}
        actions={
          <>
            {list.can.raise && (
              <ButtonLink href={addressOf("/difficulties/new", { branch })} tone="primary">
                {t("raise")}
              </ButtonLink>
            )}
            {year !== null && <ButtonLink href={hrefOf({ year: null })}>{t("toOpen")}</ButtonLink>}
            {years.map((of) => (
              <ButtonLink key={of} href={hrefOf({ year: of })}>
                {t("year", { year: String(of) })}
              </ButtonLink>
            ))}
            <PrintButton />
          </>
        }
      />
      <Tabs label={t("tabs")} tabs={tabs} current={hrefOf({ standing })} />
      {lines.length > 0 ? (
        <DifficultyTable caption={t("caption", { count: lines.length })} lines={lines} />
      ) : (
        <EmptyState title={t("none")} explain={t("noneExplain")} />
      )}
    </>
  );
}
