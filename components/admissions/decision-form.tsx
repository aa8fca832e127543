import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { BallotCounts, MethodChoice } from "@/components/votes/ballot-fields";
import type { DecidingBody } from "@/lib/core/db/generated/enums";
import { recordDecisionAction } from "@/lib/features/admissions/actions";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";

/** A decision as the minutes of who decides give it. */
export function DecisionForm({ dossier }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  const { id, version, bodies } = dossier;
  const isOurs = (body: DecidingBody) => body === "STANDING_COMMITTEE" || body === "COMMITTEE";
  return (
    <FormFrame action={recordDecisionAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <RadioGroup
        name="decidedBy"
        label={t("fields.decidedBy")}
        choices={bodies.map((value) => ({ value, label: t(`bodies.${value}`) }))}
        defaultValue={bodies.length === 1 ? bodies[0] : undefined}
      />
      <TextInput
        name="decisionNumber"
        label={t("fields.decisionNumber")}
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <DateInput name="decidedOn" label={t("fields.decidedOn")} />
      <TextInput
        name="minutesNumber"
        label={t("fields.minutesNumber")}
        hint={bodies.includes("SUPERIOR") ? t("hints.minutesNumber") : undefined}
        optional
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      {dossier.namesEffect && (
        <DateInput
          name="effectiveOn"
          label={t(dossier.kind === "EXEMPTION" ? "effectiveOn.EXEMPTION" : "effectiveOn.LEAVING")}
        />
      )}
      {dossier.kind === "ADMISSION" && <DateInput name="receivedOn" label={t("fields.receivedOn")} optional />}
      {bodies.some(isOurs) && (
        <Fieldset legend={t("decisionForm.vote")} hint={t("hints.committeeVote")}>
          <MethodChoice optional />
          <BallotCounts optional />
        </Fieldset>
      )}
      <Actions>
        <SubmitButton>{t("decisionForm.save")}</SubmitButton>
        <ButtonLink href={`/admissions/${id}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
