import { useTranslations } from "next-intl";
import { personalSections, registerSections } from "@/components/members/member-field-list";
import { MemberFields, SectionLinks, useComparedFields } from "@/components/members/member-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { addMemberAction, editMemberAction, editRegisterEntryAction } from "@/lib/features/members/actions";

type Values = Readonly<Record<string, string>>;

/** A new member: the whole record, and the branch from a day on. */
export function AddMemberForm({ branches, branchId }: { branches: readonly Option[]; branchId?: string }) {
  const t = useTranslations("members");
  const country = t("defaults.country");
  return (
    <FormFrame action={addMemberAction}>
      <SectionLinks sections={[...personalSections, ...registerSections]} />
      <Fieldset legend={t("sections.membership")}>
        <div className="field-pairs">
          <Select name="branchId" label={t("fields.branchId")} options={branches} defaultValue={branchId} />
          <DateInput name="startsOn" label={t("fields.startsOn")} hint={t("new.startsHint")} />
          <TextInput
            name="decisionNumber"
            label={t("fields.decisionNumber")}
            optional
            width="medium"
            maxLength={60}
            autoComplete="off"
          />
        </div>
      </Fieldset>
      <MemberFields
        sections={personalSections}
        values={{ birthCountry: country, homeCountry: country, permanentCountry: country }}
      />
      <MemberFields sections={registerSections} />
      <Actions>
        <SubmitButton>{t("new.save")}</SubmitButton>
        <ButtonLink href="/members">{t("actions.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type RecordFormProps = { id: string; version: number; values: Values };

/** The part of a record that the office and the own secretary keep. */
export function EditMemberForm({ id, version, values }: RecordFormProps) {
  const t = useTranslations("members");
  return (
    <FormFrame
      action={editMemberAction}
      version={version}
      compare={useComparedFields(personalSections)}
      reloadHref={`/members/${id}/edit`}
    >
      <input type="hidden" name="id" value={id} />
      <SectionLinks sections={personalSections} />
      <MemberFields sections={personalSections} values={values} />
      <Actions>
        <SubmitButton>{t("edit.save")}</SubmitButton>
        <ButtonLink href={`/members/${id}`}>{t("actions.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type RegisterFormProps = RecordFormProps & { idNumbers: { current: string | null; old: string | null } | null };

/** The part of a record that only the office keeps; stored ID numbers are shown masked and never sent back. */
export function RegisterEntryForm({ id, version, values, idNumbers }: RegisterFormProps) {
  const t = useTranslations("members");
  const stored = (number: string | null | undefined, hint: string) =>
    number ? `${t("register.stored", { number })}. ${hint}` : hint;
  return (
    <FormFrame
      action={editRegisterEntryAction}
      version={version}
      compare={useComparedFields(registerSections).filter(({ name }) => !["idNumber", "oldIdNumber"].includes(name))}
      reloadHref={`/members/${id}/register`}
    >
      <input type="hidden" name="id" value={id} />
      <MemberFields
        sections={registerSections}
        values={values}
        hints={{
          idNumber: stored(idNumbers?.current, t("hints.idNumber")),
          oldIdNumber: stored(idNumbers?.old, t("hints.oldIdNumber")),
        }}
      />
      <Actions>
        <SubmitButton>{t("register.save")}</SubmitButton>
        <ButtonLink href={`/members/${id}`}>{t("actions.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
