import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { BranchKind } from "@/lib/core/db/generated/enums";
import {
  editBranchContactAction,
  openBranchAction,
  openVillageAction,
} from "@/lib/features/organization/actions/keep-branches";

/** A new branch from a day on, of a village where it is one. */
export function OpenBranchForm({ villages }: { villages: readonly Option[] }) {
  const t = useTranslations("organization");
  return (
    <FormFrame id="branch" action={openBranchAction}>
      <Select
        name="kind"
        label={t("forms.branchKind")}
        options={Object.values(BranchKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextInput
        name="name"
        label={t("forms.branchName")}
        hint={t("forms.branchNameHint")}
        maxLength={120}
        autoComplete="off"
      />
      {villages.length > 0 && (
        <Select
          name="villageId"
          label={t("forms.village")}
          hint={t("forms.villageHint")}
          options={villages}
          placeholder={t("none")}
          optional
        />
      )}
      <DateInput name="startsOn" label={t("forms.startsOn")} />
      <TextInput
        name="decisionNumber"
        label={t("forms.decisionNumber")}
        optional
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <TextInput
        name="originBody"
        label={t("forms.originBody")}
        hint={t("forms.originBodyHint")}
        optional
        maxLength={160}
        autoComplete="off"
      />
      <ContactFields />
      <Actions>
        <SubmitButton>{t("forms.saveBranch")}</SubmitButton>
        <ButtonLink href="/branches">{t("forms.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** A new village from a day on. */
export function OpenVillageForm() {
  const t = useTranslations("organization.forms");
  return (
    <FormFrame id="village" action={openVillageAction}>
      <TextInput name="name" label={t("villageName")} maxLength={120} autoComplete="off" />
      <DateInput name="startsOn" label={t("startsOn")} />
      <Actions>
        <SubmitButton tone="secondary">{t("saveVillage")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}

type ContactFormProps = { branchId: string; version: number; phone: string; meetingPlace: string };

/** Where the branch meets and its telephone: what the branch itself keeps. */
export function BranchContactForm({ branchId, version, phone, meetingPlace }: ContactFormProps) {
  const t = useTranslations("organization.forms");
  return (
    <FormFrame
      action={editBranchContactAction}
      version={version}
      compare={[
        { name: "meetingPlace", label: t("meetingPlace") },
        { name: "phone", label: t("phone") },
      ]}
      reloadHref={`/branches/${branchId}/contact`}
    >
      <input type="hidden" name="branchId" value={branchId} />
      <ContactFields phone={phone} meetingPlace={meetingPlace} />
      <Actions>
        <SubmitButton>{t("saveContact")}</SubmitButton>
        <ButtonLink href={`/branches/${branchId}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function ContactFields({ phone, meetingPlace }: { phone?: string; meetingPlace?: string }) {
  const t = useTranslations("organization.forms");
  return (
    <>
      <TextInput
        name="meetingPlace"
        label={t("meetingPlace")}
        optional
        maxLength={200}
        defaultValue={meetingPlace}
        autoComplete="off"
      />
      <TextInput
        name="phone"
        label={t("phone")}
        optional
        type="tel"
        width="medium"
        maxLength={20}
        defaultValue={phone}
        autoComplete="off"
      />
    </>
  );
}
