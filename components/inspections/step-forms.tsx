import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { extendInspectionAction, markStepAction, takeBackStepAction } from "@/lib/features/inspections/actions";
import type { StepLine } from "@/lib/features/inspections/queries/get-progress";

type StepFormProps = { id: string; line: StepLine };

/** Says on which day a step was done, with a remark. */
export function MarkStepForm({ id, line: { step, doneOn, remark, version } }: StepFormProps) {
  const t = useTranslations("inspectionProgress");
  const format = useFormat();
  return (
    <FormFrame
      action={markStepAction}
      version={version ?? undefined}
      reloadHref={`/inspections/${id}/steps/${step}`}
      compare={[
        { name: "doneOn", label: t("doneOn") },
        { name: "remark", label: t("remark") },
      ]}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="step" value={step} />
      <DateInput name="doneOn" label={t("doneOn")} defaultValue={doneOn ? format.day(doneOn) : undefined} />
      <TextArea name="remark" label={t("remark")} rows={3} optional defaultValue={remark ?? undefined} />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/inspections/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Takes back the last step where it was marked by mistake. */
export function TakeBackStepForm({ id, line: { step, version } }: StepFormProps) {
  const t = useTranslations("inspectionProgress");
  return (
    <Card title={t("takeBack")}>
      <p className="mb-3">{t("takeBackLead")}</p>
      <FormFrame
        id="take-back"
        action={takeBackStepAction}
        version={version ?? undefined}
        reloadHref={`/inspections/${id}/steps/${step}`}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="step" value={step} />
        <Actions>
          <SubmitButton tone="danger">{t("takeBack")}</SubmitButton>
        </Actions>
      </FormFrame>
    </Card>
  );
}

/** Gives a case more days, once. */
export function ExtendForm({ id }: { id: string }) {
  const t = useTranslations("inspectionProgress");
  return (
    <FormFrame action={extendInspectionAction} reloadHref={`/inspections/${id}`}>
      <input type="hidden" name="id" value={id} />
      <TextInput name="days" label={t("days")} width="short" inputMode="numeric" />
      <DateInput name="grantedOn" label={t("grantedOn")} />
      <TextArea name="reason" label={t("reason")} rows={3} />
      <Actions>
        <SubmitButton>{t("extendSave")}</SubmitButton>
        <ButtonLink href={`/inspections/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
