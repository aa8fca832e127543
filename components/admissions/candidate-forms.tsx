import { useTranslations } from "next-intl";
import { optionsOf, useMemberWords } from "@/components/members/use-member-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { PartialDateInput } from "@/components/ui/partial-date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { editCandidateAction, openAdmissionAction } from "@/lib/features/admissions/actions";

type Values = Readonly<Record<string, string>>;

/** The form that opens a dossier of admission. */
export function OpenAdmissionForm({ branches, today }: { branches: readonly Option[]; today: string }) {
  const t = useTranslations("admissions");
  const [only] = branches;
  return (
    <FormFrame action={openAdmissionAction}>
      {branches.length === 1 && only ? (
        <input type="hidden" name="branchId" value={only.value} />
      ) : (
        <Select name="branchId" label={t("fields.branchId")} options={branches} />
      )}
      <DateInput name="openedOn" label={t("fields.openedOn")} defaultValue={today} />
      <CandidateFields />
      <Actions>
        <SubmitButton>{t("new.save")}</SubmitButton>
        <ButtonLink href="/admissions">{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** The form that corrects who the candidate is. */
export function EditCandidateForm({ id, version, values }: { id: string; version: number; values: Values }) {
  const t = useTranslations("admissions");
  return (
    <FormFrame action={editCandidateAction} version={version} reloadHref={`/admissions/${id}/candidate`}>
      <input type="hidden" name="id" value={id} />
      <CandidateFields values={values} />
      <Actions>
        <SubmitButton>{t("edit.save")}</SubmitButton>
        <ButtonLink href={`/admissions/${id}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function CandidateFields({ values = {} }: { values?: Values }) {
  const t = useTranslations("admissions");
  const { sex, education } = useMemberWords();
  const text = (name: "religion" | "occupation" | "homePlace" | "permanentResidence", maxLength: number) => (
    <TextInput
      name={name}
      label={t(`fields.${name}`)}
      optional
      maxLength={maxLength}
      defaultValue={values[name]}
      autoComplete="off"
    />
  );
  return (
    <>
      <TextInput
        name="fullName"
        label={t("fields.fullName")}
        hint={t("hints.fullName")}
        maxLength={120}
        defaultValue={values.fullName}
        autoComplete="off"
        spellCheck={false}
      />
      <RadioGroup name="sex" label={t("fields.sex")} choices={optionsOf(sex)} defaultValue={values.sex} />
      <PartialDateInput
        name="birthOn"
        label={t("fields.birthOn")}
        hint={t("hints.birthOn")}
        defaultValue={values.birthOn}
      />
      <TextInput
        name="ethnicity"
        label={t("fields.ethnicity")}
        width="medium"
        maxLength={40}
        defaultValue={values.ethnicity}
        autoComplete="off"
      />
      {text("religion", 40)}
      <Select
        name="education"
        label={t("fields.education")}
        options={optionsOf(education)}
        defaultValue={values.education}
      />
      {text("occupation", 120)}
      {text("homePlace", 200)}
      {text("permanentResidence", 200)}
      <TextInput
        name="phone"
        label={t("fields.phone")}
        type="tel"
        optional
        width="medium"
        maxLength={20}
        defaultValue={values.phone}
        autoComplete="off"
      />
      <PartialDateInput
        name="youthUnionOn"
        label={t("fields.youthUnionOn")}
        optional
        defaultValue={values.youthUnionOn}
      />
    </>
  );
}
