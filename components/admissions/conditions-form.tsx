import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type Day, typedForm } from "@/lib/core/day";
import { IntroducerTie, SchoolingException } from "@/lib/core/db/generated/enums";
import { setConditionsAction } from "@/lib/features/admissions/actions";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";
import { INTRODUCERS } from "@/lib/features/admissions/schema";

type ConditionsFormProps = { dossier: DossierView; members: readonly Option[] };

/** What the Charter asks of a candidate: the certificate, who introduces, and the grounds of an exception. */
export function ConditionsForm({ dossier, members }: ConditionsFormProps) {
  const t = useTranslations("admissions");
  const { id, version, candidate, introducers } = dossier;
  const typed = (day: Day | null | undefined) => (day ? typedForm(day) : undefined);
  return (
    <FormFrame action={setConditionsAction} version={version} reloadHref={`/admissions/${id}/conditions`}>
      <input type="hidden" name="id" value={id} />
      <Fieldset legend={t("fields.certificate")}>
        <TextInput
          name="certificateNumber"
          label={t("fields.certificateNumber")}
          optional
          width="medium"
          maxLength={60}
          defaultValue={candidate?.certificateNumber ?? undefined}
          autoComplete="off"
        />
        <DateInput
          name="certificateOn"
          label={t("fields.certificateOn")}
          optional
          defaultValue={typed(candidate?.certificateOn)}
        />
        <TextInput
          name="certificateBy"
          label={t("fields.certificateBy")}
          optional
          maxLength={120}
          defaultValue={candidate?.certificateBy ?? undefined}
          autoComplete="off"
        />
      </Fieldset>
      {INTRODUCERS.map((place) => {
        const introducer = introducers[place - 1];
        return (
          <Fieldset key={place} legend={t("fields.introducer", { place })}>
            <Select
              name={`introducer${place}`}
              label={t("columns.name")}
              options={members}
              optional
              defaultValue={introducer?.memberId}
            />
            <Select
              name={`tie${place}`}
              label={t("fields.tie")}
              options={Object.values(IntroducerTie).map((value) => ({ value, label: t(`ties.${value}`) }))}
              optional
              defaultValue={introducer?.tie}
            />
            <DateInput
              name={`togetherSinceOn${place}`}
              label={t("fields.togetherSinceOn")}
              optional
              defaultValue={typed(introducer?.togetherSinceOn)}
            />
          </Fieldset>
        );
      })}
      <Select
        name="schoolingException"
        label={t("fields.schoolingException")}
        options={Object.values(SchoolingException).map((value) => ({ value, label: t(`exceptions.${value}`) }))}
        optional
        width="full"
        defaultValue={candidate?.schoolingException ?? undefined}
      />
      <TextInput
        name="overAgeConsent"
        label={t("fields.overAgeConsent")}
        hint={t("hints.overAgeConsent")}
        optional
        maxLength={200}
        defaultValue={candidate?.overAgeConsent ?? undefined}
        autoComplete="off"
      />
      <Actions>
        <SubmitButton>{t("conditions.save")}</SubmitButton>
        <ButtonLink href={`/admissions/${id}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
