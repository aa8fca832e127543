import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldRow, FieldSection, MemberField } from "@/components/members/member-field-list";
import { optionsOf, useMemberWords } from "@/components/members/use-member-words";
import type { ComparedField } from "@/components/shared/conflict-panel";
import { DateInput } from "@/components/ui/date-input";
import { Disclosure } from "@/components/ui/disclosure";
import { Fieldset } from "@/components/ui/fieldset";
import { PartialDateInput } from "@/components/ui/partial-date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";

type MemberFieldsProps = {
  sections: readonly FieldSection[];
  /** Stored values in the form they are typed in. */
  values?: Readonly<Record<string, string>>;
  /** Sentences under a control that replace the usual one. */
  hints?: Partial<Record<MemberField, ReactNode>>;
};

/** The controls of a member's record, section by section. */
export function MemberFields({ sections, values = {}, hints = {} }: MemberFieldsProps) {
  const t = useTranslations("members");
  const choices = useChoices();
  const usual: Partial<Record<MemberField, string>> = {
    fullName: t("hints.fullName"),
    cardNumber: t("hints.cardNumber"),
    oldCardNumber: t("hints.oldCardNumber"),
    recordNumber: t("hints.recordNumber"),
    badges: t("hints.badges"),
    careerHistory: t("hints.careerHistory"),
    trainingCourses: t("hints.trainingCourses"),
    pastDiscipline: t("hints.pastDiscipline"),
  };
  return sections.map(({ section, fields }) => (
    <Fieldset key={section} id={section} legend={t(`sections.${section}`)}>
      <div className="field-pairs">
        {fields.map((field) => (
          <div key={field.name} className={field.wide ? "col-span-full" : undefined}>
            <MemberControl
              field={field}
              label={t(`fields.${field.name}`)}
              hint={hints[field.name] ?? usual[field.name]}
              value={values[field.name]}
              options={choices[field.name] ?? []}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  ));
}

/** The way to each part of a long form. */
export function SectionLinks({ sections }: { sections: readonly FieldSection[] }) {
  const t = useTranslations("members");
  return (
    <Disclosure summary={t("sections.label")}>
      <ul className="flex flex-wrap gap-x-5">
        {sections.map(({ section }) => (
          <li key={section}>
            <a href={`#${section}`} className="list-act">
              {t(`sections.${section}`)}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The same fields for the side-by-side view of two people's edits. */
export function useComparedFields(sections: readonly FieldSection[]): ComparedField[] {
  const t = useTranslations("members.fields");
  const choices = useChoices();
  return sections
    .flatMap((section) => section.fields)
    .map(({ name }) => ({ name, label: t(name), options: choices[name] }));
}

function useChoices(): Partial<Record<MemberField, Option[]>> {
  const { sex, education, qualification, theory } = useMemberWords();
  return {
    sex: optionsOf(sex),
    education: optionsOf(education),
    qualification: optionsOf(qualification),
    theoryLevel: optionsOf(theory),
  };
}

type MemberControlProps = {
  field: FieldRow;
  label: string;
  hint: ReactNode;
  value: string | undefined;
  options: readonly Option[];
};

function MemberControl({ field, label, hint, value, options }: MemberControlProps) {
  const { name, control, required, max } = field;
  const shared = { name, label, optional: !required, defaultValue: value, ...(hint ? { hint } : {}) };
  switch (control) {
    case "day":
      return <DateInput {...shared} />;
    case "partialDay":
      return <PartialDateInput {...shared} />;
    case "choice":
      return options.length <= 2 ? (
        <RadioGroup {...shared} choices={options} />
      ) : (
        <Select {...shared} options={options} />
      );
    case "note":
      return <TextArea {...shared} rows={3} maxLength={max} />;
    case "digits":
      return <TextInput {...shared} width="medium" inputMode="numeric" maxLength={max} autoComplete="off" />;
    case "tel":
      return <TextInput {...shared} type="tel" width="medium" maxLength={max} autoComplete="off" />;
    default:
      return <TextInput {...shared} maxLength={max} autoComplete="off" spellCheck={false} />;
  }
}
