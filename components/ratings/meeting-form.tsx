import { useTranslations } from "next-intl";
import { levelOptions } from "@/components/ratings/rating-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { proposeRatingsAction } from "@/lib/features/ratings/actions";
import type { MemberLine } from "@/lib/features/ratings/queries/round-rows";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

const BALLOTS = [
  ["base", "voteBase"],
  ["excellent", "votesExcellent"],
  ["good", "votesGood"],
  ["completed", "votesCompleted"],
  ["failed", "votesFailed"],
  ["invalid", "votesInvalid"],
] as const;

type MeetingFormProps = {
  period: RatingPeriod;
  roundId: string;
  branchId: string;
  lines: readonly MemberLine[];
  backHref: string;
};

/** One branch's meeting: every member without a proposal so far, with the ballots of each. */
export function MeetingForm({ period, roundId, branchId, lines, backHref }: MeetingFormProps) {
  const t = useTranslations("ratings");
  return (
    <FormFrame action={proposeRatingsAction.bind(null, period)}>
      <input type="hidden" name="roundId" value={roundId} />
      <input type="hidden" name="branchId" value={branchId} />
      <DateInput name="votedOn" label={t("form.votedOn")} optional />
      <Fieldset legend={t("form.ballots")} hint={t("form.ballotsHint")}>
        <div className="grid gap-4 sm:grid-cols-2 md:grid-cols-3">
          {(["ballotsGiven", "ballotsReturned"] as const).map((name) => (
            <TextInput key={name} name={name} label={t(`form.${name}`)} width="short" inputMode="numeric" optional />
          ))}
        </div>
      </Fieldset>
      {lines.map((line) => (
        <Fieldset
          key={line.memberId}
          legend={line.name}
          hint={line.claimedLevel && t("form.claimed", { level: t(`levels.${line.claimedLevel}`) })}
        >
          <Select
            name={`level-${line.memberId}`}
            label={t("form.level")}
            options={levelOptions(t)}
            placeholder={t("form.notYet")}
            optional
          />
          <div className="grid grid-cols-2 gap-4 md:grid-cols-3 xl:grid-cols-6">
            {BALLOTS.map(([part, word]) => (
              <TextInput
                key={part}
                name={`${part}-${line.memberId}`}
                label={t(`form.${word}`)}
                width="short"
                inputMode="numeric"
                optional
              />
            ))}
          </div>
        </Fieldset>
      ))}
      <Actions>
        <SubmitButton>{t("form.saveMeeting")}</SubmitButton>
        <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
