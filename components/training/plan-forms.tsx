import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { usePlannedPostWord } from "@/components/training/plan-words";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { PlannedPost } from "@/lib/core/db/generated/enums";
import { endPlanAction, planPeopleAction } from "@/lib/features/training/actions";
import type { PlannedToEnd } from "@/lib/features/training/queries/find-planned";
import type { PeopleToSend } from "@/lib/features/training/queries/list-people-to-send";
import type { PlanTerm } from "@/lib/features/training/schema/planning";

/** Enters whom a decision plans for a post of a term. */
export function PlanForm({ found, term, backHref }: { found: PeopleToSend; term: PlanTerm; backHref: string }) {
  const t = useTranslations("training.planning.form");
  const postWord = usePlannedPostWord();
  const posts = Object.values(PlannedPost).map((post) => ({ value: post, label: postWord({ post, place: null }) }));
  return (
    <FormFrame action={planPeopleAction}>
      <TextInput
        name="termFrom"
        label={t("termFrom")}
        defaultValue={String(term.from)}
        width="short"
        inputMode="numeric"
        autoComplete="off"
      />
      <TextInput
        name="termTo"
        label={t("termTo")}
        defaultValue={String(term.to)}
        width="short"
        inputMode="numeric"
        autoComplete="off"
      />
      <Select name="post" label={t("post")} options={posts} width="full" />
      <Select
        name="branchId"
        label={t("branch")}
        hint={t("branchHint")}
        options={found.branches.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <CheckboxGroup
        name="memberId"
        label={t("people", { count: found.people.length })}
        choices={found.people.map(({ id, name, branch }) => ({ value: id, label: name, hint: branch }))}
      />
      <TextInput name="decisionNumber" label={t("decisionNumber")} width="medium" maxLength={60} autoComplete="off" />
      <DateInput name="decidedOn" label={t("decidedOn")} />
      <FormActions save={t("save")} backHref={backHref} />
    </FormFrame>
  );
}

/** Takes somebody off the plan. */
export function EndPlanForm({ planned, backHref }: { planned: PlannedToEnd; backHref: string }) {
  const t = useTranslations("training.planning.form");
  return (
    <FormFrame action={endPlanAction} version={planned.version}>
      <input type="hidden" name="id" value={planned.id} />
      <DateInput name="removedOn" label={t("removedOn")} />
      <TextInput name="removeReason" label={t("removeReason")} autoComplete="off" />
      <FormActions save={t("saveEnd")} backHref={backHref} />
    </FormFrame>
  );
}

function FormActions({ save, backHref }: { save: string; backHref: string }) {
  const t = useTranslations("training.form");
  return (
    <Actions>
      <SubmitButton>{save}</SubmitButton>
      <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
    </Actions>
  );
}
