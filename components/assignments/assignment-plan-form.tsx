import { useTranslations } from "next-intl";
import { DecisionFields } from "@/components/assignments/assignment-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { type Option, Select } from "@/components/ui/select";
import { assignMembersAction } from "@/lib/features/assignments/actions";

/** A branch of the plan with who is proposed: those in charge on the day before the plan begins. */
export type PlannedBranch = { id: string; name: string; mainId?: string; supportingId?: string };

type AssignmentPlanFormProps = {
  branches: readonly PlannedBranch[];
  people: readonly Option[];
  startsOn: string;
  lastDay: string;
  backHref: string;
};

/** The plan of a year: one decision, for every branch a main person and one in support. */
export function AssignmentPlanForm({ branches, people, startsOn, lastDay, backHref }: AssignmentPlanFormProps) {
  const t = useTranslations("assignments.form");
  return (
    <FormFrame action={assignMembersAction}>
      <DateInput name="startsOn" label={t("startsOn")} defaultValue={startsOn} />
      <DateInput name="lastDay" label={t("lastDay")} defaultValue={lastDay} />
      <DecisionFields />
      {branches.map((branch) => (
        <Fieldset key={branch.id} legend={branch.name}>
          <div className="grid gap-4 md:grid-cols-2">
            <Select
              name={`main-${branch.id}`}
              label={t("main")}
              options={people}
              placeholder={t("nobody")}
              defaultValue={branch.mainId}
              optional
              width="full"
            />
            <Select
              name={`supporting-${branch.id}`}
              label={t("supporting")}
              options={people}
              placeholder={t("nobody")}
              defaultValue={branch.supportingId}
              optional
              width="full"
            />
          </div>
        </Fieldset>
      ))}
      <Actions>
        <SubmitButton>{t("savePlan")}</SubmitButton>
        <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
