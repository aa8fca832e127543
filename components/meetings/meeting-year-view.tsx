import { useTranslations } from "next-intl";
import { BranchYearView } from "@/components/meetings/branch-year-view";
import { MeetingBranchList, MeetingGrid } from "@/components/meetings/meeting-grid";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { addressOf } from "@/lib/core/address";
import type { MeetingYear } from "@/lib/features/meetings/queries/list-meetings";

/** A year of meetings: the grid of all branches, or the months of the one branch that is seen or asked for. */
export function MeetingYearView({ view, hasBodies }: { view: MeetingYear; hasBodies: boolean }) {
  const t = useTranslations("meetings");
  const { year, branches } = view;
  const only = view.isOneBranch ? branches[0] : undefined;
  const hrefOf = (of: number) => addressOf("/meetings", { year: of, branch: view.hasOthers ? only?.id : null });
  return (
    <>
      <PageHeader
        title={
          only
            ? t("branchYearTitle", { branch: only.name, year: String(year) })
            : t("yearTitle", { year: String(year) })
        }
        lead={branches.length > 0 ? t("sum", { held: view.held, missing: view.missing }) : t("lead")}
        back={view.hasOthers ? { href: addressOf("/meetings", { year }), label: t("toAll") } : undefined}
        actions={
          <>
            {only?.can.open && (
              <ButtonLink href={addressOf("/meetings/new", { branch: only.id })} tone="primary">
                {t("open")}
              </ButtonLink>
            )}
            <ButtonLink href={hrefOf(year - 1)}>{t("previousYear", { year: String(year - 1) })}</ButtonLink>
            <ButtonLink href={hrefOf(year + 1)}>{t("nextYear", { year: String(year + 1) })}</ButtonLink>
            <ButtonLink href={addressOf("/meetings/grades", { year })}>{t("quality.list")}</ButtonLink>
            <PrintButton />
          </>
        }
      />
      {hasBodies && <MeetingTabs current="/meetings" />}
      <Body view={view} />
    </>
  );
}

function Body({ view }: { view: MeetingYear }) {
  const t = useTranslations("meetings");
  const [first] = view.branches;
  if (!first) return <EmptyState title={t("noBranches")} explain={t("noBranchesExplain")} />;
  if (view.isOneBranch) return <BranchYearView branch={first} year={view.year} />;
  return (
    <>
      <div className="hidden md:block print:block">
        <MeetingGrid view={view} />
      </div>
      <div className="md:hidden print:hidden">
        <MeetingBranchList view={view} />
      </div>
    </>
  );
}
