import { useTranslations } from "next-intl";
import { optionsOf, useMemberWords } from "@/components/members/use-member-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { TransferPaperFields } from "@/components/transfers/transfer-fields";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { PartialDateInput } from "@/components/ui/partial-date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { proposeArrivalAction, proposeTransferAction } from "@/lib/features/transfers/actions";

type ProposeTransferFormProps = {
  memberId: string;
  /** Whether the member is elsewhere and comes back. */
  isReturn: boolean;
  branches: readonly Option[];
};

/** Proposes where a member goes, or that a member comes back. */
export function ProposeTransferForm({ memberId, isReturn, branches }: ProposeTransferFormProps) {
  const t = useTranslations("transfers");
  return (
    <FormFrame action={proposeTransferAction}>
      <input type="hidden" name="memberId" value={memberId} />
      {isReturn ? (
        <input type="hidden" name="direction" value="IN" />
      ) : (
        <RadioGroup
          name="direction"
          label={t("fields.direction")}
          choices={(["WITHIN", "OUT"] as const).map((value) => ({ value, label: t(`directions.${value}`) }))}
        />
      )}
      <Select name="toBranchId" label={t("fields.toBranchId")} options={branches} optional={!isReturn} />
      <TextInput
        name="otherParty"
        label={t(isReturn ? "fields.fromParty" : "fields.otherParty")}
        optional={!isReturn}
        maxLength={160}
        autoComplete="off"
      />
      <TransferPaperFields />
      <Actions>
        <SubmitButton>{t("new.save")}</SubmitButton>
        <ButtonLink href={`/members/${memberId}`}>{t("acts.back")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Enters somebody who comes from another Party organisation without a record here. */
export function ProposeArrivalForm({ branches }: { branches: readonly Option[] }) {
  const t = useTranslations("transfers");
  const { sex, education } = useMemberWords();
  const digits = (name: "cardNumber" | "oldCardNumber") => (
    <TextInput
      name={name}
      label={t(`fields.${name}`)}
      optional
      width="medium"
      inputMode="numeric"
      maxLength={20}
      autoComplete="off"
    />
  );
  return (
    <FormFrame action={proposeArrivalAction}>
      <Fieldset legend={t("arrival.person")}>
        <TextInput name="fullName" label={t("fields.fullName")} maxLength={120} autoComplete="off" spellCheck={false} />
        <RadioGroup name="sex" label={t("fields.sex")} choices={optionsOf(sex)} />
        <PartialDateInput name="birthOn" label={t("fields.birthOn")} />
        <TextInput name="ethnicity" label={t("fields.ethnicity")} width="medium" maxLength={40} autoComplete="off" />
        <Select name="education" label={t("fields.education")} options={optionsOf(education)} />
        <DateInput name="admittedOn" label={t("fields.admittedOn")} />
        <DateInput name="ceremonyOn" label={t("fields.ceremonyOn")} optional />
        <DateInput name="officialOn" label={t("fields.officialOn")} hint={t("hints.officialOn")} optional />
        {digits("cardNumber")}
        {digits("oldCardNumber")}
      </Fieldset>
      <Fieldset legend={t("arrival.papers")}>
        <TextInput name="otherParty" label={t("fields.fromParty")} maxLength={160} autoComplete="off" />
        <Select name="toBranchId" label={t("fields.toBranchId")} options={branches} />
        <TransferPaperFields />
      </Fieldset>
      <Actions>
        <SubmitButton>{t("new.save")}</SubmitButton>
        <ButtonLink href="/transfers">{t("acts.back")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
