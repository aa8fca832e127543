import { useTranslations } from "next-intl";
import { useWorkWords } from "@/components/month-work/use-work-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { ReminderWay } from "@/lib/core/db/generated/enums";
import { remindBranchAction } from "@/lib/features/month-work/actions";
import type { BranchWork } from "@/lib/features/month-work/queries/get-month-work";

/** When the branch was reminded last, and the form that notes down another reminder. */
export function RemindForm({ branch }: { branch: BranchWork }) {
  const t = useTranslations("monthWork");
  const words = useWorkWords();
  return (
    <div className="screen-only">
      <Card title={t("remind.title")}>
        <p className="prose-line mb-2">{t("remind.lead")}</p>
        <p className="prose-line mb-4">
          {t("branches.reminder")}: {words.reminder(branch.reminder)}
        </p>
        <FormFrame id="remind" action={remindBranchAction}>
          <input type="hidden" name="branchId" value={branch.id} />
          <RadioGroup
            name="way"
            label={t("remind.way")}
            choices={Object.values(ReminderWay).map((value) => ({ value, label: t(`ways.${value}`) }))}
          />
          <TextInput name="note" label={t("remind.note")} optional maxLength={200} autoComplete="off" />
          <SubmitButton>{t("remind.submit")}</SubmitButton>
        </FormFrame>
      </Card>
    </div>
  );
}
