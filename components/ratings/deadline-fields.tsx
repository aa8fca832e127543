import { useTranslations } from "next-intl";
import { CertaintyTag } from "@/components/rule-sets/certainty-tag";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { UsualDecision } from "@/lib/features/ratings/queries/get-deadlines";
import { type Deadlines, ROUND_STEPS } from "@/lib/features/ratings/schema/rounds";

type DeadlineFieldsProps = {
  deadlines: Deadlines;
  /** The day that the rules name for the committee's decision; told beside its field. */
  usual: UsualDecision | null;
};

/** By which day each step of a round is to be done; every one may be left empty. */
export function DeadlineFields({ deadlines, usual }: DeadlineFieldsProps) {
  const t = useTranslations("ratingDeadlines");
  const format = useFormat();
  const said = usual && (
    <>
      {t("form.usual", { day: format.day(usual.on).slice(0, 5), document: usual.document })}{" "}
      <CertaintyTag certainty={usual.certainty} />
    </>
  );
  return (
    <Fieldset legend={t("title")} hint={t("form.hint")}>
      {ROUND_STEPS.map((step) => {
        const on = deadlines[`${step}DueOn`];
        return (
          <DateInput
            key={step}
            name={`${step}DueOn`}
            label={t(`steps.${step}`)}
            hint={step === "decision" && said ? said : t(`hints.${step}`)}
            defaultValue={on === null ? "" : format.day(on)}
            optional
          />
        );
      })}
    </Fieldset>
  );
}
