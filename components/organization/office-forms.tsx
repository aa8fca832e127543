import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { FormAction } from "@/lib/core/action-state";
import { BranchOfficeKind } from "@/lib/core/db/generated/enums";
import { appointBranchOfficerAction, recordVillageHeadAction } from "@/lib/features/organization/actions/keep-branches";

type AppointFormProps = { branchId: string; members: readonly Option[]; kind?: string };

/** Gives an office of the branch to one of its members. */
export function AppointOfficerForm({ branchId, members, kind }: AppointFormProps) {
  const t = useTranslations("organization");
  return (
    <FormFrame action={appointBranchOfficerAction}>
      <input type="hidden" name="branchId" value={branchId} />
      <Select
        name="kind"
        label={t("forms.office")}
        options={Object.values(BranchOfficeKind).map((value) => ({ value, label: t(`offices.${value}`) }))}
        defaultValue={kind}
      />
      <Select name="memberId" label={t("forms.member")} options={members} />
      <PeriodFields />
      <TextInput
        name="decisionNumber"
        label={t("forms.decisionNumber")}
        optional
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <Actions>
        <SubmitButton>{t("forms.saveAppointment")}</SubmitButton>
        <ButtonLink href={`/branches/${branchId}?tab=officers`}>{t("forms.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type HeadFormProps = { branchId: string; villages: readonly Option[]; members: readonly Option[] };

/** Records who heads a village of the branch. */
export function VillageHeadForm({ branchId, villages, members }: HeadFormProps) {
  const t = useTranslations("organization.forms");
  const [only] = villages;
  return (
    <FormFrame action={recordVillageHeadAction.bind(null, branchId)}>
      <Select
        name="villageId"
        label={t("village")}
        options={villages}
        defaultValue={villages.length === 1 ? only?.value : undefined}
      />
      <Select name="memberId" label={t("member")} options={members} />
      <PeriodFields />
      <Actions>
        <SubmitButton>{t("saveHead")}</SubmitButton>
        <ButtonLink href={`/branches/${branchId}?tab=officers`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type EndFormProps = { action: FormAction; branchId: string; officeId: string; version: number };

/** Ends an office with its last day. */
export function EndOfficeForm({ action, branchId, officeId, version }: EndFormProps) {
  const t = useTranslations("organization.forms");
  return (
    <FormFrame action={action} version={version}>
      <input type="hidden" name="id" value={officeId} />
      <DateInput name="lastDay" label={t("endLastDay")} />
      <Actions>
        <SubmitButton tone="danger">{t("saveEnd")}</SubmitButton>
        <ButtonLink href={`/branches/${branchId}?tab=officers`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function PeriodFields() {
  const t = useTranslations("organization.forms");
  return (
    <>
      <DateInput name="startsOn" label={t("startsOn")} />
      <DateInput name="lastDay" label={t("lastDay")} hint={t("lastDayHint")} optional />
    </>
  );
}
