import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { TextInput } from "@/components/ui/text-input";
import { moveBranchTermEndAction, openBranchTermAction } from "@/lib/features/organization/actions/keep-terms";

/** Opens the next term of a branch, which ends the one in force. */
export function OpenBranchTermForm({ branchId, number }: { branchId: string; number: number }) {
  const t = useTranslations("organization");
  return (
    <FormFrame action={openBranchTermAction}>
      <input type="hidden" name="branchId" value={branchId} />
      <TextInput
        name="number"
        label={t("terms.numberField")}
        defaultValue={String(number)}
        inputMode="numeric"
        width="short"
        autoComplete="off"
      />
      <DateInput name="congressOn" label={t("terms.congressField")} />
      <DateInput name="startsOn" label={t("forms.startsOn")} />
      <DateInput name="lastDay" label={t("forms.lastDay")} hint={t("terms.lastDayHint")} optional />
      <Decision label={t("forms.decisionNumber")} />
      <Buttons branchId={branchId} word={t("terms.saveOpen")} />
    </FormFrame>
  );
}

/** Says when a term of a branch ends. */
export function MoveTermEndForm(props: { branchId: string; id: string; version: number; lastDay: string }) {
  const t = useTranslations("organization.terms");
  return (
    <FormFrame action={moveBranchTermEndAction} version={props.version}>
      <input type="hidden" name="id" value={props.id} />
      <DateInput name="lastDay" label={t("endField")} defaultValue={props.lastDay} />
      <Decision label={t("moveDecision")} />
      <Buttons branchId={props.branchId} word={t("saveMove")} />
    </FormFrame>
  );
}

function Decision({ label }: { label: string }) {
  return <TextInput name="decisionNumber" label={label} optional width="medium" maxLength={60} autoComplete="off" />;
}

function Buttons({ branchId, word }: { branchId: string; word: string }) {
  const t = useTranslations("organization.forms");
  return (
    <Actions>
      <SubmitButton>{word}</SubmitButton>
      <ButtonLink href={`/branches/${branchId}?tab=officers`}>{t("cancel")}</ButtonLink>
    </Actions>
  );
}
