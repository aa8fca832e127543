import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { TextArea } from "@/components/ui/text-area";
import type { LineForm } from "@/lib/features/inspection-programmes/queries/find-line-form";

const choicesOf = (all: LineForm["branches"]) => all.map(({ id, name }) => ({ value: id, label: name }));

/** Whom a line names: the members of the branch, or branches by choice and members by name. */
export function LineSubjects({ form, isBranchPlan }: { form: LineForm; isBranchPlan: boolean }) {
  const t = useTranslations("inspectionProgrammes.add");
  if (isBranchPlan) {
    return <CheckboxGroup name="memberIds" label={t("ownMembers")} choices={choicesOf(form.members)} />;
  }
  return (
    <>
      <CheckboxGroup name="branchIds" label={t("branches")} choices={choicesOf(form.branches)} optional />
      <TextArea name="members" label={t("members")} hint={t("membersHint")} rows={3} optional />
    </>
  );
}
