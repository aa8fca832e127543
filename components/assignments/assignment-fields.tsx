import { useTranslations } from "next-intl";
import { DateInput } from "@/components/ui/date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import type { AssignmentRole } from "@/lib/core/db/generated/enums";

const roles = ["MAIN", "SUPPORTING"] as const satisfies readonly AssignmentRole[];

/** The two parts a committee member can have in a branch. */
export function RoleField({ role }: { role?: AssignmentRole }) {
  const t = useTranslations("assignments");
  return (
    <RadioGroup
      name="role"
      label={t("form.role")}
      choices={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
      defaultValue={role}
    />
  );
}

/** The last day, which may stay open. */
export function LastDayField({ lastDay }: { lastDay?: string }) {
  const t = useTranslations("assignments.form");
  return <DateInput name="lastDay" label={t("lastDay")} hint={t("lastDayHint")} optional defaultValue={lastDay} />;
}

/** The decision behind an assignment. */
export function DecisionFields({ decisionNumber, decidedOn }: { decisionNumber?: string; decidedOn?: string }) {
  const t = useTranslations("assignments.form");
  return (
    <>
      <TextInput
        name="decisionNumber"
        label={t("decisionNumber")}
        defaultValue={decisionNumber}
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <DateInput name="decidedOn" label={t("decidedOn")} defaultValue={decidedOn} />
    </>
  );
}
