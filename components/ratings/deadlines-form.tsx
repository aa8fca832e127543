import { useTranslations } from "next-intl";
import { DeadlineFields } from "@/components/ratings/deadline-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/text-area";
import { confirmRatingDeadlinesAction, setRatingDeadlinesAction } from "@/lib/features/ratings/actions";
import type { DeadlinesView } from "@/lib/features/ratings/queries/get-deadlines";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import { ROUND_STEPS } from "@/lib/features/ratings/schema/rounds";

/** Sets the deadlines of a round, or changes them: with the reason once a branch has proposed. */
export function DeadlinesForm({ view }: { view: DeadlinesView }) {
  const t = useTranslations("ratingDeadlines");
  const { round, version, usual, isReasonNeeded } = view;
  const { deadlines, period } = round;
  const offered = version === null && usual ? { ...deadlines, decisionDueOn: usual.on } : deadlines;
  return (
    <Card title={t(version === null ? "form.set" : "form.change")}>
      {isReasonNeeded && <p className="prose-line mb-3">{t("form.locked")}</p>}
      <FormFrame
        action={setRatingDeadlinesAction.bind(null, period)}
        version={version ?? undefined}
        reloadHref={`/ratings/${period}/deadlines`}
        compare={ROUND_STEPS.map((step) => ({ name: `${step}DueOn`, label: t(`steps.${step}`) }))}
      >
        <input type="hidden" name="roundId" value={round.id} />
        <DeadlineFields deadlines={offered} usual={usual} />
        <TextArea
          name="reason"
          label={t("form.reason")}
          hint={t(isReasonNeeded ? "form.reasonNeeded" : "form.reasonHint")}
          rows={2}
          most={500}
          optional={!isReasonNeeded}
        />
        <Actions>
          <SubmitButton>{t("form.save")}</SubmitButton>
          <ButtonLink href={`/ratings/${period}`}>{t("form.back")}</ButtonLink>
        </Actions>
      </FormFrame>
    </Card>
  );
}

type ConfirmDeadlinesFormProps = { roundId: string; period: RatingPeriod; version: number };

/** Confirms the deadlines as they stand above. */
export function ConfirmDeadlinesForm({ roundId, period, version }: ConfirmDeadlinesFormProps) {
  const t = useTranslations("ratingDeadlines");
  return (
    <div className="screen-only mt-4">
      <FormFrame
        id="confirm"
        action={confirmRatingDeadlinesAction.bind(null, period)}
        version={version}
        reloadHref={`/ratings/${period}/deadlines`}
      >
        <input type="hidden" name="roundId" value={roundId} />
        <Actions>
          <SubmitButton>{t("confirm")}</SubmitButton>
        </Actions>
      </FormFrame>
    </div>
  );
}
