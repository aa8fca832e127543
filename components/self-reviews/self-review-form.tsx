import { useTranslations } from "next-intl";
import { MarkFields } from "@/components/self-reviews/mark-fields";
import { claimedLevels, formOptions, gradeOptions } from "@/components/self-reviews/review-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/fieldset";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { saveSelfReviewAction } from "@/lib/features/self-reviews/actions";
import type { SelfReviewForm as SelfReviewFormView } from "@/lib/features/self-reviews/queries/get-self-review";
import { type ReviewText, reviewTexts, taskCounts } from "@/lib/features/self-reviews/schema";

const HINTS: Partial<Record<ReviewText, "strengthsHint" | "shortcomingsHint">> = {
  strengths: "strengthsHint",
  shortcomings: "shortcomingsHint",
};

type SelfReviewFormProps = { view: SelfReviewFormView; backHref: string };

/** The draft of a self-review: own marks, what it says in words, the tasks of the year and the level claimed. */
export function SelfReviewForm({ view, backHref }: SelfReviewFormProps) {
  const t = useTranslations("selfReviews");
  const ratings = useTranslations("ratings");
  const rules = useTranslations("ruleSets");
  const { round, of, forms, review } = view;
  const { criteria } = round.parameters.review;
  return (
    <FormFrame
      action={saveSelfReviewAction.bind(null, round.period)}
      version={review?.version}
      reloadHref={backHref}
      compare={[
        { name: "form", label: t("form.form"), options: formOptions(t, forms) },
        ...criteria.value.map(({ criterion }) => ({
          name: criterion,
          label: rules(`values.${criterion}`),
          options: round.parameters.review.scale.value === "GRADES" ? gradeOptions(rules) : undefined,
        })),
        ...reviewTexts.map((name) => ({ name, label: t(`form.${name}`) })),
        ...taskCounts.map((name) => ({ name, label: t(`form.${name}`) })),
        { name: "proposedLevel", label: t("form.proposedLevel"), options: claimedLevels(ratings) },
      ]}
    >
      <input type="hidden" name="roundId" value={round.id} />
      <input type="hidden" name="memberId" value={of.memberId ?? ""} />
      <input type="hidden" name="branchId" value={of.memberId === null ? (of.branchId ?? "") : ""} />
      {forms.length === 1 ? (
        <input type="hidden" name="form" value={forms[0]} />
      ) : (
        <Select
          name="form"
          label={t("form.form")}
          hint={t("form.formHint")}
          options={formOptions(t, forms)}
          defaultValue={review?.form ?? ""}
        />
      )}
      <MarkFields view={view} />
      {reviewTexts.map((name) => {
        const hint = HINTS[name];
        return (
          <TextArea
            key={name}
            name={name}
            label={t(`form.${name}`)}
            hint={hint && t(`form.${hint}`)}
            rows={4}
            optional
            defaultValue={review?.[name] ?? ""}
          />
        );
      })}
      <Fieldset legend={t("form.tasks")} hint={t("form.tasksHint")}>
        <div className="grid gap-4 sm:grid-cols-2 md:grid-cols-4">
          {taskCounts.map((name) => (
            <TextInput
              key={name}
              name={name}
              label={t(`form.${name}`)}
              width="short"
              inputMode="numeric"
              optional
              defaultValue={String(review?.[name] ?? "")}
            />
          ))}
        </div>
      </Fieldset>
      <Select
        name="proposedLevel"
        label={t("form.proposedLevel")}
        options={claimedLevels(ratings)}
        defaultValue={review?.proposedLevel ?? ""}
        optional
      />
      <Actions>
        <SubmitButton>{t("form.save")}</SubmitButton>
        <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
