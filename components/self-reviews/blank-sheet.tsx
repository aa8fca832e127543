import { useTranslations } from "next-intl";
import { RatingLevel } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RoundHead } from "@/lib/features/ratings/queries/find-round";
import type { ReviewLine } from "@/lib/features/self-reviews/queries/list-self-reviews";
import { reviewTexts, taskCounts } from "@/lib/features/self-reviews/schema";

/** One person's form on paper, with room to write by hand; printed, each stands on a sheet of its own. */
export function BlankSheet({ round, line }: { round: RoundHead; line: ReviewLine }) {
  const t = useTranslations("selfReviews");
  const format = useFormat();
  const levels = useTranslations("ratings.levels");
  const rules = useTranslations("ruleSets.values");
  const { scale, criteria } = round.parameters.review;
  const isPoints = scale.value === "POINTS";
  return (
    <article className="blank-sheet card">
      <h2 className="text-center text-h3 font-bold uppercase">
        {t("paper.sheet", { period: format.yearOrQuarter(round.period) })}
      </h2>
      <p>{`${t("paper.name")}: ${line.name ?? ""}`}</p>
      <p>{`${t("paper.branch")}: ${line.branch ?? ""}`}</p>
      <table className="table">
        <caption className="sr-only">{t("form.marks")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("form.marks")}</th>
            <th scope="col">{isPoints ? t("columns.points") : t("paper.grade")}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.value.map(({ criterion, most }) => (
            <tr key={criterion}>
              <th scope="row">{rules(criterion)}</th>
              <td>{isPoints ? t("paper.points", { most }) : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reviewTexts.map((name) => (
        <section key={name} className="blank-lines">
          <h3 className="font-semibold">{t(`form.${name}`)}</h3>
        </section>
      ))}
      <p>{taskCounts.map((name) => `${t(`form.${name}`)}: ……`).join("   ")}</p>
      <p>{`${t("paper.level")}: ${Object.values(RatingLevel)
        .map((level) => `☐ ${levels(level)}`)
        .join("   ")}`}</p>
      <div className="blank-signature">
        <p className="font-semibold">{t("paper.signature")}</p>
        <p className="italic">{t("paper.signHint")}</p>
      </div>
    </article>
  );
}
