import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { proposeEarlyBadgeAction, recordBadgeAction, withdrawBadgeAction } from "@/lib/features/badges/actions";
import type { MemberBadge } from "@/lib/features/badges/queries/list-member-badges";

/** Enters a badge that was given before the register was in use. */
export function RecordForm({ memberId }: { memberId: string }) {
  const t = useTranslations("badges.member");
  return (
    <FormFrame id="record" action={recordBadgeAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <TextInput name="years" label={t("years")} width="short" inputMode="numeric" maxLength={2} autoComplete="off" />
      <DateInput name="awardOn" label={t("awardOn")} />
      <TextInput name="decisionNumber" label={t("decisionNumber")} width="medium" maxLength={60} autoComplete="off" />
      <DateInput name="decidedOn" label={t("decidedOn")} />
      <TextInput
        name="badgeNumber"
        label={t("badgeNumber")}
        optional
        width="medium"
        maxLength={30}
        autoComplete="off"
      />
      <Actions>
        <SubmitButton>{t("saveRecord")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}

/** Proposes the next badge of somebody gravely ill for one of the coming award days. */
export function EarlyForm({ memberId, nextDays }: { memberId: string; nextDays: readonly Day[] }) {
  const t = useTranslations("badges");
  const format = useFormat();
  const options = nextDays.map((day) => ({ value: format.day(day), label: format.day(day) }));
  return (
    <FormFrame id="early" action={proposeEarlyBadgeAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <Select name="awardOn" label={t("member.awardDay")} options={options} />
      <TextInput
        name="earlyReason"
        label={t("member.earlyReason")}
        hint={t("member.earlyReasonHint")}
        maxLength={200}
        autoComplete="off"
      />
      <TextInput
        name="proposalNumber"
        label={t("propose.proposalNumber")}
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <DateInput name="proposedOn" label={t("propose.proposedOn")} />
      <Actions>
        <SubmitButton tone="secondary">{t("member.saveEarly")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}

/** Takes a proposal or a badge entered wrongly back, with the reason. */
export function WithdrawForm({ badge }: { badge: MemberBadge }) {
  const t = useTranslations("badges.member");
  return (
    <FormFrame id={`withdraw-${badge.id}`} action={withdrawBadgeAction} version={badge.version}>
      <input type="hidden" name="id" value={badge.id} />
      <TextInput name="withdrawReason" label={t("withdrawReason")} maxLength={200} autoComplete="off" />
      <Actions>
        <SubmitButton tone="secondary">{t("saveWithdraw", { years: badge.years })}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}
