import Link from "next/link";
import { useTranslations } from "next-intl";
import { ClosePlanForm, RenamePlanForm } from "@/components/assignments/plan-forms";
import { PlanStateTag } from "@/components/assignments/plan-list";
import { PlanByBranch, PlanByPerson } from "@/components/assignments/plan-tables";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { ResultBanner } from "@/components/ui/result-banner";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { PlanView } from "@/lib/features/assignments/queries/get-plan";
import type { PlanGap } from "@/lib/features/assignments/rules/planning";

const doneWords = ["opened", "renamed", "changed", "submitted", "issued", "returned", "discarded"] as const;

type Props = { plan: PlanView };

/** A plan beside what it follows: first what is to be settled, then branch by branch and person by person. */
export function PlanScreen({ plan, done }: Props & { done: string }) {
  const t = useTranslations("assignmentPlans");
  const format = useFormat();
  const { id, name, state, startsOn, lastDay, dayBefore, note, can } = plan;
  const days = { from: format.day(startsOn), last: lastDay ? format.day(lastDay) : "", before: format.day(dayBefore) };
  const doneWord = doneWords.find((word) => word === done);
  const check = can.change ? t("page.toCheck") : t(state === "SUBMITTED" ? "page.toAnswer" : "page.toDecision");
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PageHeader
        title={name}
        lead={t("page.period", days)}
        back={{ href: "/assignments/plans", label: t("toPlans") }}
        actions={
          <>
            {state !== "DISCARDED" && (
              <ButtonLink href={`/assignments/plans/${id}/check`} tone="primary">
                {check}
              </ButtonLink>
            )}
            {can.take && (
              <ButtonLink href={`/api/export/assignment-decision/${id}`} download>
                {t("page.decision")}
              </ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      {doneWord && <ResultBanner>{t(`done.${doneWord}`)}</ResultBanner>}
      <p>
        <PlanStateTag state={state} />
      </p>
      {note && <Notice>{t(state === "DISCARDED" ? "page.discarded" : "page.returned", { reason: note })}</Notice>}
      <PlanGaps plan={plan} />
      <PlanByBranch plan={plan} />
      <PlanByPerson plan={plan} />
      {can.change && <RenamePlanForm plan={plan} />}
      {can.change && <ClosePlanForm plan={plan} by="discard" />}
    </div>
  );
}

/** What is left to settle: people who leave first, then the rest; that nothing is, where the plan may be submitted. */
export function PlanGaps({ plan }: Props) {
  const t = useTranslations("assignmentPlans.page");
  const leaving = plan.gaps.filter((gap) => gap.kind === "unseated");
  const others = plan.gaps.filter((gap) => gap.kind !== "unseated");
  return (
    <>
      {leaving.length > 0 && (
        <Notice tone="warn" title={t("settleTitle")}>
          <p>{t("settleLead")}</p>
          <GapList plan={plan} gaps={leaving} />
        </Notice>
      )}
      {others.length > 0 && (
        <Notice tone="warn" title={t("gapsTitle", { count: others.length })}>
          <GapList plan={plan} gaps={others} />
        </Notice>
      )}
      {plan.can.submit && <Notice tone="ok">{t("ready")}</Notice>}
    </>
  );
}

function GapList({ plan, gaps }: Props & { gaps: readonly PlanGap[] }) {
  const t = useTranslations("assignmentPlans");
  return (
    <ul className="mt-2 grid gap-1">
      {gaps.map((gap) => (
        <li key={`${gap.kind} ${gap.branchId} ${gap.memberId}`}>
          {t(`gaps.${gap.kind}`, gap.params)}{" "}
          {plan.can.change && (
            <Link
              href={`/assignments/plans/${plan.id}/branches/${gap.branchId}`}
              prefetch={false}
              className="screen-only text-link underline"
              aria-label={t("page.changeOf", { branch: gap.params.branch })}
            >
              {t("page.change")}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
