import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { ReminderWay } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import { remindBranchAction } from "@/lib/features/month-work/actions";
import type { BranchWork } from "@/lib/features/month-work/queries/get-month-work";

/** When the branch was reminded last, and the form that notes down another reminder. */
export function RemindForm({ branch }: { branch: BranchWork }) {
  const t = useTranslations("monthWork");
  const format = useFormat();
  const { reminder } = branch;
  const last = reminder
    ? t("branches.last", { day: format.day(reminder.on), way: t(`ways.${reminder.way}`), name: reminder.by })
    : t("branches.never");
  return (
    <div className="screen-only">
      <Card title={t("remind.title")}>
        <p className="prose-line mb-2">{t("remind.lead")}</p>
        <p className="prose-line mb-4">
          {t("branches.reminder")}: {last}
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
