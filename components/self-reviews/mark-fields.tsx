import { useTranslations } from "next-intl";
import { gradeOptions } from "@/components/self-reviews/review-choices";
import { Fieldset } from "@/components/ui/fieldset";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { TextInput } from "@/components/ui/text-input";
import type { SelfReviewForm } from "@/lib/features/self-reviews/queries/get-self-review";

/** One control for each criterion of the round's rules: a grade or points, none chosen beforehand. */
export function MarkFields({ view }: { view: SelfReviewForm }) {
  const t = useTranslations("selfReviews.form");
  const rules = useTranslations("ruleSets");
  const { round, of, review } = view;
  const { scale, criteria } = round.parameters.review;
  const isSure = criteria.certainty === "CONFIRMED";
  return (
    <Fieldset
      legend={t("marks")}
      hint={
        <>
          {t("marksHint", { document: criteria.citation ?? round.document })}
          {!isSure && (
            <>
              {" "}
              <Tag tone="warn">{rules("unconfirmed")}</Tag>
            </>
          )}
        </>
      }
    >
      {of.memberId === null && <Notice tone="info">{t("collectiveMarks")}</Notice>}
      <div className="grid gap-4 sm:grid-cols-2">
        {criteria.value.map(({ criterion, most }) => {
          const given = String(review?.marks[criterion] ?? "");
          const label = rules(`values.${criterion}`);
          return scale.value === "GRADES" ? (
            <Select
              key={criterion}
              name={criterion}
              label={label}
              options={gradeOptions(rules)}
              defaultValue={given}
              optional
            />
          ) : (
            <TextInput
              key={criterion}
              name={criterion}
              label={label}
              hint={t("most", { most })}
              width="short"
              inputMode="numeric"
              maxLength={3}
              autoComplete="off"
              defaultValue={given}
              optional
            />
          );
        })}
      </div>
    </Fieldset>
  );
}
