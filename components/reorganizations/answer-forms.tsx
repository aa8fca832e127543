import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  cancelReorganizationAction,
  confirmReorganizationAction,
  rejectReorganizationAction,
} from "@/lib/features/reorganizations/actions";
import type { ReorganizationView } from "@/lib/features/reorganizations/queries/get-reorganization";

type Props = { reorganization: ReorganizationView };

/** What a leader answers, and how the office takes the proposal back. */
export function AnswerForms({ reorganization }: Props) {
  const t = useTranslations("reorganizations");
  const format = useFormat();
  const { id, version, effectiveOn, can, isOwnProposal, state } = reorganization;
  if (state !== "PROPOSED") return null;
  const day = format.day(effectiveOn);
  return (
    <div className="screen-only grid max-w-3xl gap-4">
      {!can.answer && <Notice>{isOwnProposal && !can.cancel ? t("page.ownProposal") : t("page.waits")}</Notice>}
      {can.answer && (
        <Card title={t("answer.confirmTitle")}>
          <p className="mb-4">{t("answer.confirmLead", { day })}</p>
          {can.confirm ? (
            <FormFrame id="confirm" action={confirmReorganizationAction} version={version}>
              <input type="hidden" name="id" value={id} />
              <Actions>
                <SubmitButton>{t("answer.confirm")}</SubmitButton>
              </Actions>
            </FormFrame>
          ) : (
            <Notice>{t("errors.notYet", { day })}</Notice>
          )}
        </Card>
      )}
      {can.answer && <CloseForm id="reject" reorganization={reorganization} />}
      {can.cancel && <CloseForm id="cancel" reorganization={reorganization} />}
    </div>
  );
}

const closings = { reject: rejectReorganizationAction, cancel: cancelReorganizationAction } as const;

function CloseForm({ id, reorganization }: Props & { id: keyof typeof closings }) {
  const t = useTranslations("reorganizations.answer");
  return (
    <Card title={t(`${id}Title`)}>
      <FormFrame id={id} action={closings[id]} version={reorganization.version}>
        <input type="hidden" name="id" value={reorganization.id} />
        <TextArea name="reason" label={t("reason")} maxLength={500} />
        <Actions>
          <SubmitButton tone={id === "cancel" ? "danger" : "secondary"}>{t(id)}</SubmitButton>
        </Actions>
      </FormFrame>
    </Card>
  );
}
