import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/check-page";
import { Checkbox } from "@/components/ui/checkbox";
import { DateInput } from "@/components/ui/date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { addDays, type Day, isDay, typedForm } from "@/lib/core/day";
import type { DepartureGround } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  checkDeathAction,
  openDepartureAction,
  openReadmissionAction,
  recordDeathAction,
} from "@/lib/features/admissions/actions";
import type { departureKinds } from "@/lib/features/admissions/schema";

type DepartureFormProps = {
  memberId: string;
  kind: (typeof departureKinds)[number];
  grounds: readonly DepartureGround[];
  today: string;
};

/** Opens a dossier of exemption or of leaving about a member. */
export function DepartureForm({ memberId, kind, grounds, today }: DepartureFormProps) {
  const t = useTranslations("admissions");
  return (
    <FormFrame action={openDepartureAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="kind" value={kind} />
      <DateInput name="openedOn" label={t("fields.openedOn")} defaultValue={today} />
      {grounds.length > 0 && (
        <RadioGroup
          name="ground"
          label={t("fields.ground")}
          choices={grounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
        />
      )}
      <TextArea
        name="reason"
        label={t("fields.reason")}
        hint={kind === "EXEMPTION" ? t("departure.exemptionReason") : undefined}
        optional
        maxLength={500}
      />
      <Actions>
        <SubmitButton>{t("departure.save")}</SubmitButton>
        <ButtonLink href={`/members/${memberId}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type ReadmissionFormProps = { memberId: string; branches: readonly Option[]; today: string };

/** Opens a dossier of admission for somebody who has left the Party. */
export function ReadmissionForm({ memberId, branches, today }: ReadmissionFormProps) {
  const t = useTranslations("admissions");
  return (
    <FormFrame action={openReadmissionAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <Select name="branchId" label={t("fields.branchId")} options={branches} />
      <DateInput name="openedOn" label={t("fields.openedOn")} defaultValue={today} />
      <Checkbox name="isOpen" label={t("fields.readmissionChecked")} />
      <Actions>
        <SubmitButton>{t("departure.save")}</SubmitButton>
        <ButtonLink href={`/members/${memberId}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type DeathDraft = { diedOn: string; reason: string };

/** First step: the day of death. */
export function DeathForm({ memberId, draft }: { memberId: string; draft: DeathDraft }) {
  const t = useTranslations("admissions");
  return (
    <FormFrame action={checkDeathAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <DateInput
        name="diedOn"
        label={t("fields.diedOn")}
        defaultValue={isDay(draft.diedOn) ? typedForm(draft.diedOn) : draft.diedOn}
      />
      <TextInput
        name="reason"
        label={t("death.reason")}
        optional
        maxLength={200}
        defaultValue={draft.reason}
        autoComplete="off"
      />
      <Actions>
        <SubmitButton>{t("acts.next")}</SubmitButton>
        <ButtonLink href={`/members/${memberId}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type DeathCheckProps = { memberId: string; branch: string; diedOn: Day; reason: string; changeHref: string };

/** Second step: what is recorded, and the button that does it. */
export function DeathCheck({ memberId, branch, diedOn, reason, changeHref }: DeathCheckProps) {
  const t = useTranslations("admissions");
  const format = useFormat();
  const rows = [
    {
      id: "standing",
      label: t("death.standing"),
      before: branch,
      after: t("death.leaves", { day: format.day(addDays(diedOn, 1)) }),
    },
    { id: "diedOn", label: t("fields.diedOn"), before: "–", after: format.day(diedOn), changeHref },
    { id: "reason", label: t("death.reason"), before: "–", after: reason || "–", changeHref },
  ];
  return (
    <CheckPage rows={rows} lead={<p>{t("death.lead")}</p>}>
      <FormFrame action={recordDeathAction}>
        <input type="hidden" name="memberId" value={memberId} />
        <input type="hidden" name="diedOn" value={diedOn} />
        <input type="hidden" name="reason" value={reason} />
        <Actions>
          <SubmitButton tone="danger">{t("death.save")}</SubmitButton>
          <ButtonLink href={changeHref}>{t("acts.change")}</ButtonLink>
        </Actions>
      </FormFrame>
    </CheckPage>
  );
}
