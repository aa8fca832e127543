import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  askIntoTeamAction,
  decideTeamRequestAction,
  withdrawTeamRequestAction,
} from "@/lib/features/inspections/actions";
import type { TeamRequestLine } from "@/lib/features/inspections/queries/get-team-requests";
import { teamDecisions } from "@/lib/features/inspections/schema";

/** Asks for somebody to be taken into the team of a case; the person is named, so that no list of members is needed. */
export function AskIntoTeamForm({ id }: { id: string }) {
  const t = useTranslations("inspectionDuties");
  const inspections = useTranslations("inspections.form");
  return (
    <FormFrame action={askIntoTeamAction} reloadHref={`/inspections/${id}`}>
      <input type="hidden" name="id" value={id} />
      <TextInput name="person" label={t("joining.person")} hint={inspections("headHint")} autoComplete="off" />
      <TextArea name="words" label={t("joining.words")} hint={t("joining.wordsHint")} rows={3} />
      <Actions>
        <SubmitButton>{t("joining.send")}</SubmitButton>
        <ButtonLink href={`/inspections/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type TeamRequestProps = { inspectionId: string; request: TeamRequestLine };

/** What is asked for, and what the reader may say to it: decide as a second person, or take it back as the hand. */
export function TeamRequestForms({ inspectionId, request }: TeamRequestProps) {
  const t = useTranslations("inspectionDuties");
  const format = useFormat();
  const { id, words, askedBy, askedAt, can } = request;
  const back = `/inspections/${inspectionId}`;
  return (
    <>
      <p>{t("joining.askedOn", { by: askedBy, day: format.moment(askedAt) })}</p>
      <p className="max-w-prose whitespace-pre-line">{words}</p>
      {can.decide && (
        <FormFrame action={decideTeamRequestAction} reloadHref={back}>
          <input type="hidden" name="id" value={id} />
          <RadioGroup
            name="decision"
            label={t("joining.decision")}
            choices={teamDecisions.map((value) => ({ value, label: t(`joining.decisions.${value}`) }))}
          />
          <TextArea name="endWords" label={t("joining.endWords")} hint={t("joining.endWordsHint")} optional rows={3} />
          <Actions>
            <SubmitButton>{t("joining.decide")}</SubmitButton>
            <ButtonLink href={back}>{t("cancel")}</ButtonLink>
          </Actions>
        </FormFrame>
      )}
      {can.withdraw && (
        <FormFrame action={withdrawTeamRequestAction} reloadHref={back}>
          <input type="hidden" name="id" value={id} />
          <Actions>
            <SubmitButton>{t("joining.withdraw")}</SubmitButton>
            <ButtonLink href={back}>{t("cancel")}</ButtonLink>
          </Actions>
        </FormFrame>
      )}
    </>
  );
}
