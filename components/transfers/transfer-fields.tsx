import { useTranslations } from "next-intl";
import { DateInput } from "@/components/ui/date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { MembershipKind, TransferCause } from "@/lib/core/db/generated/enums";

/** What every transfer says: for good or for a time, why, from when, and its papers. */
export function TransferPaperFields() {
  const t = useTranslations("transfers");
  const text = (name: "decisionNumber" | "letterNumber") => (
    <TextInput name={name} label={t(`fields.${name}`)} optional width="medium" maxLength={60} autoComplete="off" />
  );
  return (
    <>
      <RadioGroup
        name="kind"
        label={t("fields.kind")}
        choices={Object.values(MembershipKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        defaultValue="OFFICIAL"
      />
      <Select
        name="cause"
        label={t("fields.cause")}
        options={Object.values(TransferCause).map((value) => ({ value, label: t(`causes.${value}`) }))}
      />
      <DateInput name="causedOn" label={t("fields.causedOn")} optional />
      <DateInput name="effectiveOn" label={t("fields.effectiveOn")} />
      <DateInput name="lastDay" label={t("fields.lastDay")} hint={t("hints.lastDay")} optional />
      {text("decisionNumber")}
      {text("letterNumber")}
      <DateInput name="letterOn" label={t("fields.letterOn")} optional />
    </>
  );
}
