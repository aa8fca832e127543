import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { VisitList } from "@/components/visits/visit-list";
import { addressOf } from "@/lib/core/address";
import type { VisitList as Visits } from "@/lib/features/visits/queries/list-visits";
import type { VisitFilter } from "@/lib/features/visits/schema";

/** A year of visits: of all branches that are seen, or of the one, or the person, asked for. */
export function VisitYearView({ list, filter }: { list: Visits; filter: VisitFilter }) {
  const t = useTranslations("visits");
  const { year, visits } = list;
  const { branch, person } = filter;
  const hrefOf = (of: number) => addressOf("/visits", { year: of, branch, person });
  const isNarrowed = branch !== null || person !== null;
  return (
    <>
      <PageHeader
        title={t("yearTitle", { year: String(year) })}
        lead={t("lead")}
        back={isNarrowed ? { href: addressOf("/visits", { year }), label: t("toAll") } : undefined}
        actions={
          <>
            {list.can.report && (
              <ButtonLink href={addressOf("/visits/new", { branch })} tone="primary">
                {t("report")}
              </ButtonLink>
            )}
            <ButtonLink href={hrefOf(year - 1)}>{t("year", { year: String(year - 1) })}</ButtonLink>
            <ButtonLink href={hrefOf(year + 1)}>{t("year", { year: String(year + 1) })}</ButtonLink>
            <PrintButton />
          </>
        }
      />
      {visits.length > 0 ? (
        <VisitList caption={t("list.caption", { count: visits.length, year: String(year) })} visits={visits} />
      ) : (
        <EmptyState title={t("none")} explain={t("noneExplain")} />
      )}
    </>
  );
}
