import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { openRecognitionAction } from "@/lib/features/admissions/actions";

type OpenRecognitionFormProps = { memberId: string; today: string; helpers: readonly Option[] };

/** Opens the dossier of recognition of a probationer who has none. */
export function OpenRecognitionForm({ memberId, today, helpers }: OpenRecognitionFormProps) {
  const t = useTranslations("admissions");
  return (
    <FormFrame action={openRecognitionAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <DateInput name="openedOn" label={t("fields.openedOn")} defaultValue={today} />
      <Select name="helperId" label={t("fields.helper")} options={helpers} optional />
      <Actions>
        <SubmitButton>{t("new.save")}</SubmitButton>
        <ButtonLink href="/admissions?tab=probation">{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
