import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/check-page";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type Day, isDay, typedForm } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { checkDepartureAction, recordDepartureAction } from "@/lib/features/members/actions";

/** How somebody can leave the Party organisation for good. */
export const departureReasons = ["MOVED_AWAY", "DECEASED", "RESIGNED", "REMOVED", "EXPELLED"] as const;

/** A departure as the address carries it between the two steps. */
export type DepartureDraft = { lastDay: string; reason: string; decisionNumber: string };

/** First step of a departure: why, the last day, the decision. */
export function DepartureForm({ memberId, draft }: { memberId: string; draft: DepartureDraft }) {
  const t = useTranslations("members");
  return (
    <FormFrame action={checkDepartureAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <Select
        name="reason"
        label={t("fields.reason")}
        options={departureReasons.map((value) => ({ value, label: t(`endChoices.${value}`) }))}
        defaultValue={draft.reason || undefined}
      />
      <DateInput
        name="lastDay"
        label={t("departure.lastDay")}
        defaultValue={isDay(draft.lastDay) ? typedForm(draft.lastDay) : draft.lastDay}
      />
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
        <SubmitButton>{t("departure.next")}</SubmitButton>
        <ButtonLink href={`/members/${memberId}`}>{t("actions.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type DepartureCheckProps = {
  memberId: string;
  version: number;
  branchName: string;
  reason: (typeof departureReasons)[number];
  lastDay: Day;
  decisionNumber: string;
  changeHref: string;
};

/** Second step of a departure: what will be recorded, and the button that does it. */
export function DepartureCheck(props: DepartureCheckProps) {
  const { memberId, version, branchName, reason, lastDay, decisionNumber, changeHref } = props;
  const t = useTranslations("members");
  const format = useFormat();
  const rows = [
    { id: "branch", label: t("fields.branchId"), before: branchName, after: "–" },
    { id: "reason", label: t("fields.reason"), before: "–", after: t(`endChoices.${reason}`), changeHref },
    { id: "lastDay", label: t("departure.lastDay"), before: "–", after: format.day(lastDay), changeHref },
    { id: "decisionNumber", label: t("fields.decisionNumber"), before: "–", after: decisionNumber || "–", changeHref },
  ];
  return (
    <CheckPage rows={rows} lead={<p>{t("departure.lead")}</p>}>
      <FormFrame action={recordDepartureAction} version={version}>
        <input type="hidden" name="memberId" value={memberId} />
        <input type="hidden" name="reason" value={reason} />
        <input type="hidden" name="lastDay" value={lastDay} />
        <input type="hidden" name="decisionNumber" value={decisionNumber} />
        <Actions>
          <SubmitButton tone="danger">{t("departure.confirm")}</SubmitButton>
          <ButtonLink href={changeHref}>{t("actions.change")}</ButtonLink>
        </Actions>
      </FormFrame>
    </CheckPage>
  );
}
