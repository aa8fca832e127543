import { CriterionGrade, RatingLevel, type SelfReviewForm } from "@/lib/core/db/generated/enums";

type GradeWords = (key: `values.${CriterionGrade}`) => string;
type LevelWords = (key: `levels.${RatingLevel}`) => string;
type FormWords = (key: `forms.${SelfReviewForm}`) => string;

/** The four grades of a criterion, best first. */
export function gradeOptions(t: GradeWords) {
  return Object.values(CriterionGrade).map((value) => ({ value, label: t(`values.${value}`) }));
}

/** The four levels, best first. */
export function claimedLevels(t: LevelWords) {
  return Object.values(RatingLevel).map((value) => ({ value, label: t(`levels.${value}`) }));
}

/** The forms for a subject. */
export function formOptions(t: FormWords, forms: readonly SelfReviewForm[]) {
  return forms.map((value) => ({ value, label: t(`forms.${value}`) }));
}
