import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { SelfReviewView } from "@/lib/features/self-reviews/queries/get-self-review";
import { reviewTexts } from "@/lib/features/self-reviews/schema";

/** All of a review as it is read and printed: facts, marks, words, and whose hand it is in. */
export function SelfReviewText({ view, name }: { view: SelfReviewView; name: string }) {
  const t = useTranslations("selfReviews");
  const ratings = useTranslations("ratings");
  const format = useFormat();
  const { review } = view;
  const { tasksTotal: total, tasksOnTime: onTime, tasksLate: late, tasksBeyond: beyond } = review;
  const hand = { by: review.recordedBy, day: format.day(review.recordedOn) };
  const counts = { total: total ?? 0, onTime: onTime ?? 0, late: late ?? 0 };
  const tasks = beyond === null ? t("page.tasksLine", counts) : t("page.tasksBeyondLine", { ...counts, beyond });
  return (
    <>
      <Card title={t("page.facts")}>
        <DescriptionList
          facts={[
            { term: t("page.form"), value: t(`forms.${review.form}`) },
            {
              term: t("page.entered"),
              value: t(review.isOnBehalf ? "page.enteredOnBehalf" : "page.enteredBy", hand),
            },
            {
              term: t("page.handedIn"),
              value: review.handedInOn ? format.day(review.handedInOn) : t("page.notHandedIn"),
            },
            { term: t("page.tasks"), value: total === null ? null : tasks },
            {
              term: t("page.level"),
              value: review.proposedLevel && ratings(`levels.${review.proposedLevel}`),
            },
          ]}
        />
      </Card>
      <MarksCard view={view} />
      <Card title={t("page.words")}>
        <DescriptionList
          facts={reviewTexts.map((name) => ({
            term: t(`form.${name}`),
            value: <span className="whitespace-pre-line">{review[name] ?? t("page.nothing")}</span>,
          }))}
        />
      </Card>
      <div className="print-only">
        <div className="blank-signature ml-auto w-fit">
          <p className="font-semibold">{t("page.signature")}</p>
          <p className="mt-16">{name}</p>
        </div>
      </div>
    </>
  );
}

function MarksCard({ view }: { view: SelfReviewView }) {
  const t = useTranslations("selfReviews.page");
  const rules = useTranslations("ruleSets.values");
  const { review, round } = view;
  const { scale, criteria } = round.parameters.review;
  const isPoints = scale.value === "POINTS";
  const marks = criteria.value.map(({ criterion, most }) => {
    const given = review.marks[criterion] ?? null;
    const shown = typeof given === "number" ? `${given}/${most}` : given && rules(given);
    return { term: rules(criterion), value: shown ?? t("noMark") };
  });
  const total = isPoints ? [{ term: t("total"), value: review.points === null ? null : `${review.points}/100` }] : [];
  return (
    <Card title={t("marks")}>
      <DescriptionList facts={[...marks, ...total]} />
    </Card>
  );
}
