import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { useFormat } from "@/lib/core/i18n/use-format";
import { declareRecusalAction, liftRecusalAction } from "@/lib/features/inspections/actions";
import type { RecusalLine } from "@/lib/features/inspections/queries/get-recusals";
import { recusalGrounds } from "@/lib/features/inspections/schema";

/** Asks to keep out of a case, for oneself and from then on. */
export function DeclareRecusalForm({ id }: { id: string }) {
  const t = useTranslations("inspectionDuties");
  return (
    <>
      <Notice tone="warn">{t("declareWarning")}</Notice>
      <FormFrame action={declareRecusalAction} reloadHref={`/inspections/${id}`}>
        <input type="hidden" name="id" value={id} />
        <RadioGroup
          name="ground"
          label={t("ground")}
          choices={recusalGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
        />
        <TextArea name="words" label={t("words")} hint={t("wordsHint")} rows={3} />
        <Checkbox name="understood" label={t("understood")} />
        <Actions>
          <SubmitButton tone="danger">{t("send")}</SubmitButton>
          <ButtonLink href={`/inspections/${id}`}>{t("cancel")}</ButtonLink>
        </Actions>
      </FormFrame>
    </>
  );
}

/** Lets somebody take part in a case again, with the reason. */
export function LiftRecusalForm({ inspectionId, recusal }: { inspectionId: string; recusal: RecusalLine }) {
  const t = useTranslations("inspectionDuties");
  const format = useFormat();
  return (
    <>
      <p>
        {t(`grounds.${recusal.ground}`)}. {t("declaredOn", { day: format.moment(recusal.declaredAt) })}
      </p>
      <p className="max-w-prose whitespace-pre-line">{recusal.words}</p>
      <FormFrame action={liftRecusalAction} reloadHref={`/inspections/${inspectionId}`}>
        <input type="hidden" name="id" value={recusal.id} />
        <TextArea name="reason" label={t("liftReason")} rows={3} />
        <Actions>
          <SubmitButton>{t("liftSave")}</SubmitButton>
          <ButtonLink href={`/inspections/${inspectionId}`}>{t("cancel")}</ButtonLink>
        </Actions>
      </FormFrame>
    </>
  );
}
