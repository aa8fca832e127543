import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { handInSelfReviewAction, takeBackSelfReviewAction } from "@/lib/features/self-reviews/actions";
import type { SelfReviewView } from "@/lib/features/self-reviews/queries/get-self-review";

/** The one step that is to be taken next: hand in a complete draft, or take back what was handed in. */
export function HandInForm({ view }: { view: SelfReviewView }) {
  const t = useTranslations("selfReviews.page");
  const { round, review, can } = view;
  if (!can.handIn && !can.takeBack) return null;
  const action = can.handIn ? handInSelfReviewAction : takeBackSelfReviewAction;
  return (
    <div className="screen-only">
      <FormFrame action={action.bind(null, round.period)} version={review.version}>
        <input type="hidden" name="id" value={review.id} />
        <p>{t(can.handIn ? "ready" : "takeBackNote")}</p>
        <div>
          <SubmitButton tone={can.handIn ? "primary" : "secondary"}>
            {t(can.handIn ? "handIn" : "takeBack")}
          </SubmitButton>
        </div>
      </FormFrame>
    </div>
  );
}
