import { useTranslations } from "next-intl";
import { levelOptions } from "@/components/ratings/rating-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { proposeBranchRatingAction, proposeRatingAction } from "@/lib/features/ratings/actions";
import type { RatedSubjectView } from "@/lib/features/ratings/queries/get-rated-subject";

const BALLOTS = [
  ["voteBase", "base"],
  ["ballotsGiven", "given"],
  ["ballotsReturned", "returned"],
  ["votesExcellent", "excellent"],
  ["votesGood", "good"],
  ["votesCompleted", "completed"],
  ["votesFailed", "failed"],
  ["votesInvalid", "invalid"],
] as const;

/** The branch's vote and proposal on one member, or on itself. */
export function ProposalForm({ view, backHref }: { view: RatedSubjectView; backHref: string }) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const { round, current, memberId, branchId } = view;
  const action = memberId === null ? proposeBranchRatingAction : proposeRatingAction;
  return (
    <FormFrame
      id="proposal"
      action={action.bind(null, round.period)}
      version={current?.version}
      reloadHref={backHref}
      compare={[
        { name: "level", label: t("form.level"), options: levelOptions(t) },
        { name: "votedOn", label: t("form.votedOn") },
        ...BALLOTS.map(([name]) => ({ name, label: t(`form.${name}`) })),
      ]}
    >
      <input type="hidden" name="roundId" value={round.id} />
      {memberId === null ? (
        <input type="hidden" name="branchId" value={branchId ?? ""} />
      ) : (
        <input type="hidden" name="memberId" value={memberId} />
      )}
      <Select
        name="level"
        label={t("form.level")}
        options={levelOptions(t)}
        defaultValue={current?.proposedLevel ?? ""}
      />
      <DateInput
        name="votedOn"
        label={t("form.votedOn")}
        optional
        defaultValue={current?.votedOn ? format.day(current.votedOn) : ""}
      />
      <Fieldset legend={t("form.vote")} hint={t("form.voteHint")}>
        <div className="grid gap-4 sm:grid-cols-2 md:grid-cols-3">
          {BALLOTS.map(([name, part]) => (
            <TextInput
              key={name}
              name={name}
              label={t(`form.${name}`)}
              width="short"
              inputMode="numeric"
              optional
              defaultValue={String(current?.vote?.[part] ?? "")}
            />
          ))}
        </div>
      </Fieldset>
      <Actions>
        <SubmitButton>{t("form.saveProposal")}</SubmitButton>
        <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
