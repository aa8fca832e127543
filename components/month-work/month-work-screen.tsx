import { useTranslations } from "next-intl";
import { BranchWorkTable } from "@/components/month-work/branch-work-table";
import { RemindForm } from "@/components/month-work/remind-form";
import { useWorkWords } from "@/components/month-work/use-work-words";
import { WorkGroups } from "@/components/month-work/work-groups";
import { WorkMessage } from "@/components/month-work/work-message";
import { PageHeader } from "@/components/shared/page-header";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { ResultBanner } from "@/components/ui/result-banner";
import { EmptyState } from "@/components/ui/states";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MonthWork } from "@/lib/features/month-work/queries/get-month-work";

type MonthWorkScreenProps = { work: MonthWork; today: Day; done: string };

/** What is open today, of all branches that the reader sees to or of one. */
export function MonthWorkScreen({ work, today, done }: MonthWorkScreenProps) {
  const t = useTranslations("monthWork");
  const words = useWorkWords();
  const format = useFormat();
  const { branch, branches, lines } = work;
  const day = format.day(today);
  const title = branch ? t("titleOf", { branch: branch.name }) : t("title");
  const late = lines.filter((line) => line.isLate).length;
  const hasOthers = branches.length > 1;
  const reminded = branch?.can.remind || hasOthers ? null : branches[0]?.reminder;
  return (
    <>
      {done === "reminded" && <ResultBanner>{t("reminded")}</ResultBanner>}
      <PageHeader
        title={title}
        lead={t("lead", { day })}
        back={branch && hasOthers ? { href: "/month-work", label: t("all") } : undefined}
        actions={lines.length > 0 && <PrintButton />}
      />
      {reminded && (
        <Notice>
          {t("branches.reminder")}: {words.reminder(reminded)}
        </Notice>
      )}
      {lines.length === 0 ? (
        <EmptyState title={t("none")} explain={t("noneExplain")} />
      ) : (
        <>
          <p>
            <b>{t("sum", { count: lines.length, late })}</b>
            {!branch && hasOthers && (
              <a href="#branches" className="list-act screen-only ml-3">
                {t("branches.below")}
              </a>
            )}
          </p>
          <WorkGroups lines={lines} />
          {!branch && hasOthers && (
            <div id="branches">
              <BranchWorkTable branches={branches} />
            </div>
          )}
          <WorkMessage head={t("message.head", { title, day })} lines={lines} />
        </>
      )}
      {branch?.can.remind && lines.length > 0 && <RemindForm branch={branch} />}
    </>
  );
}
