import { useTranslations } from "next-intl";
import { DecisionFields, LastDayField, RoleField } from "@/components/assignments/assignment-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { Disclosure } from "@/components/ui/disclosure";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  changeAssignmentAction,
  correctAssignmentAction,
  endAssignmentAction,
} from "@/lib/features/assignments/actions";
import type { AssignmentView } from "@/lib/features/assignments/queries/assignments";

/** What can be done with one assignment: end it, give another part from a day on, or put right a wrong entry. */
export function ChangeAssignmentForms({ assignment }: { assignment: AssignmentView }) {
  const t = useTranslations("assignments.form");
  return (
    <>
      <Card title={t("end")}>
        <EndForm assignment={assignment} />
      </Card>
      <Card title={t("change")}>
        <ChangeForm assignment={assignment} />
      </Card>
      <Card>
        <Disclosure summary={t("correct")}>
          <CorrectionForm assignment={assignment} />
        </Disclosure>
      </Card>
    </>
  );
}

function EndForm({ assignment }: { assignment: AssignmentView }) {
  const t = useTranslations("assignments.form");
  const last = useTyped(assignment).lastDay;
  return (
    <FormFrame id="end" action={endAssignmentAction} version={assignment.version}>
      <input type="hidden" name="id" value={assignment.id} />
      <DateInput name="lastDay" label={t("lastDay")} defaultValue={last} />
      <TextInput name="reason" label={t("endReason")} autoComplete="off" />
      <Actions>
        <SubmitButton>{t("saveEnd")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}

function ChangeForm({ assignment }: { assignment: AssignmentView }) {
  const t = useTranslations("assignments.form");
  return (
    <FormFrame id="change" action={changeAssignmentAction} version={assignment.version}>
      <p className="prose-line text-ink-2">{t("changeHint")}</p>
      <input type="hidden" name="id" value={assignment.id} />
      <DateInput name="effectiveOn" label={t("effectiveOn")} />
      <RoleField role={assignment.role === "MAIN" ? "SUPPORTING" : "MAIN"} />
      <LastDayField lastDay={useTyped(assignment).lastDay} />
      <DecisionFields />
      <Actions>
        <SubmitButton tone="secondary">{t("saveChange")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}

function CorrectionForm({ assignment }: { assignment: AssignmentView }) {
  const t = useTranslations("assignments");
  const typed = useTyped(assignment);
  const compared = [
    { name: "role", label: t("form.role"), options: roleOptions(t) },
    { name: "startsOn", label: t("form.startsOn") },
    { name: "lastDay", label: t("form.lastDay") },
    { name: "decisionNumber", label: t("form.decisionNumber") },
    { name: "decidedOn", label: t("form.decidedOn") },
  ];
  return (
    <FormFrame
      id="correct"
      action={correctAssignmentAction}
      version={assignment.version}
      compare={compared}
      reloadHref={`/assignments/${assignment.id}`}
    >
      <input type="hidden" name="id" value={assignment.id} />
      <RoleField role={assignment.role} />
      <DateInput name="startsOn" label={t("form.startsOn")} defaultValue={typed.startsOn} />
      <LastDayField lastDay={typed.lastDay} />
      <DecisionFields decisionNumber={assignment.decisionNumber} decidedOn={typed.decidedOn} />
      <TextInput name="reason" label={t("form.reason")} autoComplete="off" />
      <Actions>
        <SubmitButton tone="secondary">{t("form.saveCorrection")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}

function useTyped({ startsOn, lastDay, decidedOn }: AssignmentView) {
  const format = useFormat();
  return {
    startsOn: format.day(startsOn),
    lastDay: lastDay === null ? undefined : format.day(lastDay),
    decidedOn: format.day(decidedOn),
  };
}

function roleOptions(t: ReturnType<typeof useTranslations<"assignments">>) {
  return [
    { value: "MAIN", label: t("roles.MAIN") },
    { value: "SUPPORTING", label: t("roles.SUPPORTING") },
  ];
}
