import { useTranslations } from "next-intl";
import { DecisionFields, LastDayField, RoleField } from "@/components/assignments/assignment-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { assignMemberAction } from "@/lib/features/assignments/actions";

type AssignMemberFormProps = {
  branches: readonly Option[];
  people: readonly Option[];
  branchId?: string;
  memberId?: string;
  startsOn: string;
  backHref: string;
};

/** Puts one committee member in charge of one branch, or in support. */
export function AssignMemberForm(props: AssignMemberFormProps) {
  const { branches, people, branchId, memberId, startsOn, backHref } = props;
  const t = useTranslations("assignments.form");
  return (
    <FormFrame action={assignMemberAction}>
      <Select name="branchId" label={t("branch")} options={branches} defaultValue={branchId} />
      <Select name="memberId" label={t("person")} options={people} defaultValue={memberId} />
      <RoleField />
      <DateInput name="startsOn" label={t("startsOn")} defaultValue={startsOn} />
      <LastDayField />
      <DecisionFields />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
