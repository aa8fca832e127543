import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { FigureTable } from "@/components/visits/figure-table";
import { VisitList } from "@/components/visits/visit-list";
import { addressOf } from "@/lib/core/address";
import type { VisitList as Visits } from "@/lib/features/visits/queries/list-visits";
import type { VisitYear } from "@/lib/features/visits/queries/year-figures";
import type { VisitFilter } from "@/lib/features/visits/schema";

/* A longer list is for one branch or person. */
const LISTED = 50;

type VisitYearViewProps = { list: Visits; figures: VisitYear; filter: VisitFilter };

/** A year of visits in figures, and its reports: of all branches that are seen, or of the one, or the person, asked for. */
export function VisitYearView({ list, figures, filter }: VisitYearViewProps) {
  const t = useTranslations("visits");
  const { year } = list;
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
      <FigureTable
        caption={t("figures.byPerson", { year: String(year) })}
        nameHead={t("figures.person")}
        rows={figures.people}
        questionOf={(id) => ({ year, branch, person: id })}
      />
      <FigureTable
        caption={t("figures.byBranch", { year: String(year) })}
        nameHead={t("figures.branch")}
        rows={figures.branches}
        questionOf={(id) => ({ year, branch: id, person })}
      />
      <p className="text-ink-2 text-small">{t("figures.explain")}</p>
      <Reports list={list} isNarrowed={isNarrowed} />
    </>
  );
}

function Reports({ list: { visits, year }, isNarrowed }: { list: Visits; isNarrowed: boolean }) {
  const t = useTranslations("visits");
  if (visits.length === 0) return <EmptyState title={t("none")} explain={t("noneExplain")} />;
  if (visits.length > LISTED && !isNarrowed) return <p>{t("list.tooMany", { count: visits.length })}</p>;
  return <VisitList caption={t("list.caption", { count: visits.length, year: String(year) })} visits={visits} />;
}
