import { useTranslations } from "next-intl";
import { DecisionFields } from "@/components/ratings/decision-fields";
import { levelOptions } from "@/components/ratings/rating-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { recordCommitteeRatingAction } from "@/lib/features/ratings/actions";
import type { RoundView } from "@/lib/features/ratings/queries/find-round";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type CommitteeFormProps = { period: RatingPeriod; roundId: string; line: RoundView["committee"]; backHref: string };

/** The Party organisation's own rating, from the paper of the body above. */
export function CommitteeForm({ period, roundId, line, backHref }: CommitteeFormProps) {
  const t = useTranslations("ratings");
  return (
    <FormFrame
      action={recordCommitteeRatingAction.bind(null, period)}
      version={line?.version ?? undefined}
      reloadHref={backHref}
    >
      <input type="hidden" name="roundId" value={roundId} />
      <Select
        name="level"
        label={t("form.committeeLevel")}
        options={levelOptions(t)}
        defaultValue={line?.level ?? ""}
      />
      <DecisionFields />
      <Actions>
        <SubmitButton>{t("form.saveCommittee")}</SubmitButton>
        <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
