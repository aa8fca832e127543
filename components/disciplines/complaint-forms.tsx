import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { ComplaintOutcome } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  confirmComplaintAction,
  recordComplaintAction,
  settleComplaintAction,
  withdrawComplaintAction,
} from "@/lib/features/disciplines/actions";
import type { ComplaintView } from "@/lib/features/disciplines/queries/complaint-views";
import type { DisciplineView } from "@/lib/features/disciplines/queries/get-discipline";

/** A complaint as it came in; of an organization it names who speaks for it. */
export function RecordComplaintForm({ of }: { of: DisciplineView }) {
  const t = useTranslations("disciplines");
  return (
    <FormFrame action={recordComplaintAction}>
      <input type="hidden" name="disciplineId" value={of.id} />
      <DateInput name="receivedOn" label={t("complaints.receivedOn")} />
      {of.memberId === null && (
        <TextInput name="representative" label={t("complaints.representative")} maxLength={120} autoComplete="off" />
      )}
      <TextArea name="content" label={t("complaints.content")} hint={t("complaints.contentHint")} rows={4} />
      <TextInput name="addressedTo" label={t("complaints.addressedTo")} maxLength={200} autoComplete="off" />
      <Actions>
        <SubmitButton>{t("complaints.record.save")}</SubmitButton>
        <ButtonLink href={`/disciplines/${of.id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type StepProps = { of: DisciplineView; complaint: ComplaintView };

/** How a complaint was settled, as the paper has it. */
export function SettleComplaintForm({ of, complaint: { id, version, settlement } }: StepProps) {
  const t = useTranslations("disciplines");
  const format = useFormat();
  return (
    <FormFrame action={settleComplaintAction} version={version} reloadHref={`/disciplines/${of.id}`}>
      <input type="hidden" name="id" value={id} />
      <Select
        name="outcome"
        label={t("complaints.outcome")}
        hint={t("complaints.outcomeHint")}
        options={Object.values(ComplaintOutcome).map((value) => ({ value, label: t(`complaints.outcomes.${value}`) }))}
        defaultValue={settlement?.outcome}
      />
      <TextInput
        name="settlementNumber"
        label={t("complaints.settlementNumber")}
        width="medium"
        maxLength={60}
        autoComplete="off"
        defaultValue={settlement?.number}
      />
      <DateInput
        name="settledOn"
        label={t("complaints.settledOn")}
        defaultValue={settlement ? format.day(settlement.on) : undefined}
      />
      <TextInput
        name="settlingBody"
        label={t("complaints.settlingBody")}
        maxLength={200}
        autoComplete="off"
        defaultValue={settlement?.body}
      />
      <Actions>
        <SubmitButton>{t("complaints.settle.save")}</SubmitButton>
        <ButtonLink href={`/disciplines/${of.id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Says yes to a settlement as it stands above. */
export function ConfirmComplaintForm({ of, complaint: { id, version } }: StepProps) {
  const t = useTranslations("disciplines");
  return (
    <FormFrame action={confirmComplaintAction} version={version} reloadHref={`/disciplines/${of.id}`}>
      <input type="hidden" name="id" value={id} />
      <Actions>
        <SubmitButton>{t("complaints.confirm.save")}</SubmitButton>
        <ButtonLink href={`/disciplines/${of.id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** That who complained took it back, when and why. */
export function WithdrawComplaintForm({ of, complaint: { id, version } }: StepProps) {
  const t = useTranslations("disciplines");
  return (
    <FormFrame action={withdrawComplaintAction} version={version} reloadHref={`/disciplines/${of.id}`}>
      <input type="hidden" name="id" value={id} />
      <DateInput name="withdrawnOn" label={t("complaints.withdraw.on")} />
      <TextArea name="reason" label={t("complaints.withdraw.reason")} rows={3} />
      <Actions>
        <SubmitButton tone="danger">{t("complaints.withdraw.save")}</SubmitButton>
        <ButtonLink href={`/disciplines/${of.id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
