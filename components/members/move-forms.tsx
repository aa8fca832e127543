import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/check-page";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { addDays, type Day, isDay, typedForm } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { checkTransferAction, transferMemberAction } from "@/lib/features/members/actions";

/** A move as the address carries it between the two steps. */
export type MoveDraft = { branchId: string; effectiveOn: string; decisionNumber: string };

type MoveFormProps = { memberId: string; branches: readonly Option[]; draft: MoveDraft };

/** First step of a move: where to, from which day, by which decision. */
export function MoveForm({ memberId, branches, draft }: MoveFormProps) {
  const t = useTranslations("members");
  const typed = isDay(draft.effectiveOn) ? typedForm(draft.effectiveOn) : draft.effectiveOn;
  return (
    <FormFrame action={checkTransferAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <Select
        name="branchId"
        label={t("move.newBranch")}
        options={branches}
        defaultValue={draft.branchId || undefined}
      />
      <DateInput name="effectiveOn" label={t("fields.effectiveOn")} defaultValue={typed} />
      <TextInput
        name="decisionNumber"
        label={t("fields.decisionNumber")}
        optional
        width="medium"
        maxLength={60}
        defaultValue={draft.decisionNumber}
        autoComplete="off"
      />
      <Actions>
        <SubmitButton>{t("move.next")}</SubmitButton>
        <ButtonLink href={`/members/${memberId}`}>{t("actions.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type MoveCheckProps = {
  memberId: string;
  version: number;
  from: { name: string; since: Day };
  to: { id: string; name: string };
  effectiveOn: Day;
  decisionNumber: string;
  changeHref: string;
};

/** Second step of a move: old and new side by side, and the button that does it. */
export function MoveCheck({ memberId, version, from, to, effectiveOn, decisionNumber, changeHref }: MoveCheckProps) {
  const t = useTranslations("members");
  const format = useFormat();
  const rows = [
    { id: "branchId", label: t("fields.branchId"), before: from.name, after: to.name, changeHref },
    {
      id: "effectiveOn",
      label: t("fields.effectiveOn"),
      before: format.period(from.since, null),
      after: format.day(effectiveOn),
      changeHref,
    },
    { id: "lastDay", label: t("move.lastDay"), before: "–", after: format.day(addDays(effectiveOn, -1)) },
    { id: "decisionNumber", label: t("fields.decisionNumber"), before: "–", after: decisionNumber || "–", changeHref },
  ];
  return (
    <CheckPage rows={rows} lead={<p>{t("move.checkLead")}</p>}>
      <FormFrame action={transferMemberAction} version={version}>
        <input type="hidden" name="memberId" value={memberId} />
        <input type="hidden" name="branchId" value={to.id} />
        <input type="hidden" name="effectiveOn" value={effectiveOn} />
        <input type="hidden" name="decisionNumber" value={decisionNumber} />
        <Actions>
          <SubmitButton>{t("move.confirm")}</SubmitButton>
          <ButtonLink href={changeHref}>{t("actions.change")}</ButtonLink>
        </Actions>
      </FormFrame>
    </CheckPage>
  );
}
