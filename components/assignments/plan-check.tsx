import { useTranslations } from "next-intl";
import { DecisionFields } from "@/components/assignments/assignment-fields";
import { ClosePlanForm } from "@/components/assignments/plan-forms";
import { PlanGaps } from "@/components/assignments/plan-screen";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import { issuePlanAction, submitPlanAction } from "@/lib/features/assignments/actions";
import type { PlanView } from "@/lib/features/assignments/queries/get-plan";

type Props = { plan: PlanView };

/** Every change of a plan in words, and below it the form of whoever has the next word. */
export function PlanCheck({ plan }: Props) {
  const t = useTranslations("assignmentPlans.check");
  const format = useFormat();
  const { startsOn, lastDay, dayBefore } = plan;
  const days = { from: format.day(startsOn), last: lastDay ? format.day(lastDay) : "", before: format.day(dayBefore) };
  return (
    <div className="grid max-w-3xl gap-4">
      <p className="prose-line">{t("lead", days)}</p>
      <Changes plan={plan} />
      <NextStep plan={plan} />
    </div>
  );
}

function Changes({ plan: { branches } }: Props) {
  const t = useTranslations("assignmentPlans.check");
  const roles = useTranslations("assignments.roles");
  const changes = branches.flatMap((branch) => branch.changes);
  const countOf = (kind: string) => changes.filter((one) => one.kind === kind).length;
  const counts = { begun: countOf("BEGUN"), moved: countOf("MOVED"), ended: countOf("ENDED"), kept: countOf("KEPT") };
  const lower = (role: "MAIN" | "SUPPORTING" | null) => (role === null ? "" : roles(role).toLowerCase());
  return (
    <Card title={t("caption")}>
      <p className="mb-3 font-semibold">{t("counts", counts)}</p>
      <ul className="grid gap-1">
        {changes.map(({ kind, branchId, branchName, memberId, memberName, before, after }) => (
          <li key={`${branchId} ${memberId}`}>
            {t(kind, { name: memberName, branch: branchName, before: lower(before), after: lower(after) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NextStep({ plan }: Props) {
  const t = useTranslations("assignmentPlans.check");
  const format = useFormat();
  const { state, closedBy, closedOn, decisionNumber, decidedOn, can } = plan;
  if (state === "SUBMITTED") return <AnswerForms plan={plan} />;
  if (state === "ISSUED" && closedBy && closedOn && decidedOn) {
    const decision = { number: decisionNumber ?? "", decided: format.day(decidedOn) };
    return <Notice tone="ok">{t("issued", { name: closedBy, day: format.day(closedOn), ...decision })}</Notice>;
  }
  if (!can.change) return state === "DRAFT" && <Notice>{t("drafting")}</Notice>;
  if (!can.submit) {
    return (
      <>
        <Notice>{t("notReady")}</Notice>
        <PlanGaps plan={plan} />
      </>
    );
  }
  return (
    <Card title={t("submitTitle")}>
      <p className="mb-4">{t("submitLead")}</p>
      <FormFrame id="submit" action={submitPlanAction} version={plan.version}>
        <input type="hidden" name="id" value={plan.id} />
        <DecisionFields
          decisionNumber={decisionNumber ?? undefined}
          decidedOn={decidedOn ? format.day(decidedOn) : undefined}
        />
        <Actions>
          <SubmitButton>{t("submit")}</SubmitButton>
        </Actions>
      </FormFrame>
    </Card>
  );
}

function AnswerForms({ plan }: Props) {
  const t = useTranslations("assignmentPlans.check");
  const format = useFormat();
  const { decisionNumber, decidedOn, submittedBy, submittedOn, isOwnSubmission, can } = plan;
  const lead = {
    number: decisionNumber ?? "",
    day: decidedOn ? format.day(decidedOn) : "",
    name: submittedBy ?? "",
    on: submittedOn ? format.day(submittedOn) : "",
  };
  return (
    <>
      <PlanGaps plan={plan} />
      {plan.changedSince.length > 0 && (
        <Notice tone="warn" title={t("changedTitle")}>
          {t("changedLead", {
            names: plan.changedSince.map((one) => `${one.memberName} (${one.branchName})`).join(", "),
          })}
        </Notice>
      )}
      <Card title={t("issueTitle")}>
        <p className="mb-4">{t("issueLead", lead)}</p>
        {can.issue ? (
          <FormFrame id="issue" action={issuePlanAction} version={plan.version}>
            <input type="hidden" name="id" value={plan.id} />
            <Actions>
              <SubmitButton>{t("issue")}</SubmitButton>
            </Actions>
          </FormFrame>
        ) : (
          <Notice>{t(isOwnSubmission ? "ownSubmission" : can.answer ? "blocked" : "waits")}</Notice>
        )}
      </Card>
      {can.sendBack && <ClosePlanForm plan={plan} by={isOwnSubmission ? "takeBack" : "return"} />}
    </>
  );
}
