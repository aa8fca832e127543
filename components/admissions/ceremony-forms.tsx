import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/check-page";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type Day, isDay, typedForm } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { checkCeremonyAction, holdCeremonyAction } from "@/lib/features/admissions/actions";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";

/** A ceremony as the address carries it between the two steps. */
export type CeremonyDraft = { ceremonyOn: string; receivedOn: string; helperId: string; lateConsent: string };

type CeremonyFormProps = { dossier: DossierView; helpers: readonly Option[]; draft: CeremonyDraft };

/** First step: the day, who helps, and the consent where it is late. */
export function CeremonyForm({ dossier, helpers, draft }: CeremonyFormProps) {
  const t = useTranslations("admissions");
  const typed = (text: string) => (isDay(text) ? typedForm(text) : text);
  return (
    <FormFrame action={checkCeremonyAction}>
      <input type="hidden" name="id" value={dossier.id} />
      {dossier.decision?.receivedOn === null && (
        <DateInput name="receivedOn" label={t("fields.receivedOn")} optional defaultValue={typed(draft.receivedOn)} />
      )}
      <DateInput name="ceremonyOn" label={t("fields.ceremonyOn")} defaultValue={typed(draft.ceremonyOn)} />
      <Select
        name="helperId"
        label={t("fields.helper")}
        options={helpers}
        optional
        defaultValue={draft.helperId || undefined}
      />
      <TextInput
        name="lateConsent"
        label={t("fields.lateConsent")}
        hint={t("hints.lateConsent")}
        optional
        maxLength={200}
        defaultValue={draft.lateConsent}
        autoComplete="off"
      />
      <Actions>
        <SubmitButton>{t("acts.next")}</SubmitButton>
        <ButtonLink href={`/admissions/${dossier.id}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type CeremonyCheckProps = {
  dossier: DossierView;
  ceremonyOn: Day;
  helper: string | undefined;
  draft: CeremonyDraft;
  changeHref: string;
};

/** Second step: what begins with the ceremony, and the button that enters it. */
export function CeremonyCheck({ dossier, ceremonyOn, helper, draft, changeHref }: CeremonyCheckProps) {
  const t = useTranslations("admissions");
  const format = useFormat();
  const { id, version, name, branch } = dossier;
  const rows = [
    { id: "name", label: t("columns.name"), before: name, after: name },
    {
      id: "standing",
      label: t("ceremonyForm.standing"),
      before: t("ceremonyForm.candidate"),
      after: t("ceremonyForm.becomes", { branch: branch.name }),
    },
    { id: "ceremonyOn", label: t("fields.ceremonyOn"), before: "–", after: format.day(ceremonyOn), changeHref },
    { id: "helper", label: t("fields.helper"), before: "–", after: helper ?? "–", changeHref },
    { id: "lateConsent", label: t("fields.lateConsent"), before: "–", after: draft.lateConsent || "–", changeHref },
  ];
  return (
    <CheckPage rows={rows} lead={<p>{t("ceremonyForm.lead")}</p>}>
      <FormFrame action={holdCeremonyAction} version={version}>
        <input type="hidden" name="id" value={id} />
        {Object.entries(draft).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <Actions>
          <SubmitButton>{t("acts.holdCeremony")}</SubmitButton>
          <ButtonLink href={changeHref}>{t("acts.change")}</ButtonLink>
        </Actions>
      </FormFrame>
    </CheckPage>
  );
}
