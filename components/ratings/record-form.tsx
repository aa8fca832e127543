import { useTranslations } from "next-intl";
import { DecisionFields } from "@/components/ratings/decision-fields";
import { levelOptions } from "@/components/ratings/rating-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/fieldset";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { recordDecisionsAction } from "@/lib/features/ratings/actions";
import type { LineToRecord } from "@/lib/features/ratings/queries/list-to-record";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type RecordFormProps = {
  period: RatingPeriod;
  roundId: string;
  lines: readonly LineToRecord[];
  /** The rule set lets the cap be exceeded with a reason in writing. */
  overCapByReason: "ASKED" | "NOT_ALLOWED";
  backHref: string;
};

/** The committee's decisions from its minutes, one line for each rating; what the branch proposed is chosen beforehand. */
export function RecordForm({ period, roundId, lines, overCapByReason, backHref }: RecordFormProps) {
  const t = useTranslations("ratings");
  const none = { value: "NOT_RATED", label: t("notRated") };
  return (
    <FormFrame action={recordDecisionsAction.bind(null, period)}>
      <input type="hidden" name="roundId" value={roundId} />
      <DecisionFields />
      <Fieldset legend={t("form.lines")}>
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {lines.map((line) => {
            const proposed = line.proposedLevel ?? "NOT_RATED";
            const word = line.proposedLevel ? t(`levels.${line.proposedLevel}`) : t("notRated");
            const decided = line.step === "RECORDED" ? (line.level ?? "NOT_RATED") : proposed;
            return (
              <div key={line.key}>
                <input type="hidden" name={`version-${line.ratingId}`} value={line.version ?? ""} />
                <Select
                  name={`level-${line.ratingId}`}
                  label={line.label}
                  hint={t("form.proposed", { level: word })}
                  options={line.notRatedReason === null ? levelOptions(t) : [none, ...levelOptions(t)]}
                  placeholder={t("form.undecided")}
                  defaultValue={decided}
                  optional
                  width="full"
                />
              </div>
            );
          })}
        </div>
      </Fieldset>
      {overCapByReason === "ASKED" && (
        <TextInput
          name="reason"
          label={t("form.overReason")}
          hint={t("form.overReasonHint")}
          optional
          autoComplete="off"
        />
      )}
      <Actions>
        <SubmitButton>{t("form.saveDecisions")}</SubmitButton>
        <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
