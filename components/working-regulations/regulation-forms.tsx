import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { annulRegulationAction, recordRegulationAction } from "@/lib/features/working-regulations/actions";
import type { RegulationView } from "@/lib/features/working-regulations/queries/find-regulations";
import type { getRegulationForm } from "@/lib/features/working-regulations/queries/get-regulations";

/** Enters a version; the paper comes on the next page. */
export function RecordRegulationForm({ form }: { form: Awaited<ReturnType<typeof getRegulationForm>> }) {
  const t = useTranslations("workingRegulations");
  const kinds = useTranslations("meetings.kinds");
  const format = useFormat();
  const { branchId, isFirst, meetings } = form;
  return (
    <FormFrame action={recordRegulationAction}>
      <input type="hidden" name="branchId" value={branchId} />
      <DateInput name="adoptedOn" label={t("form.adoptedOn")} hint={t("form.adoptedHint")} />
      {meetings.length > 0 && (
        <Select
          name="meetingId"
          label={t("form.meeting")}
          hint={t("form.meetingHint")}
          options={meetings.map(({ id, kind, heldOn }) => ({
            value: id,
            label: t("form.meetingOption", { kind: kinds(kind), day: format.day(heldOn) }),
          }))}
          placeholder={t("form.noMeeting")}
          optional
          width="full"
        />
      )}
      <DateInput name="startsOn" label={t("form.startsOn")} hint={isFirst ? undefined : t("form.startsHint")} />
      <TextInput
        name="numberAndSign"
        label={t("numberAndSign")}
        hint={t("form.numberHint")}
        width="medium"
        maxLength={60}
        autoComplete="off"
        optional
      />
      <TextArea
        name="changes"
        label={t("changes")}
        hint={t(isFirst ? "form.changesFirst" : "form.changesHint")}
        rows={4}
        optional={isFirst}
      />
      <Actions>
        <SubmitButton>{t("record.save")}</SubmitButton>
        <ButtonLink href={`/branches/${branchId}/working-regulations`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type AnnulRegulationFormProps = { regulation: Pick<RegulationView, "id" | "version"> & { branchId: string } };

/** Annuls a version that was entered by mistake. */
export function AnnulRegulationForm({ regulation: { id, version, branchId } }: AnnulRegulationFormProps) {
  const t = useTranslations("workingRegulations");
  return (
    <FormFrame action={annulRegulationAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <TextArea name="reason" label={t("annul.reason")} hint={t("annul.reasonHint")} rows={3} />
      <Actions>
        <SubmitButton tone="danger">{t("annul.save")}</SubmitButton>
        <ButtonLink href={`/branches/${branchId}/working-regulations`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
