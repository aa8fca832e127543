import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { InspectionBody, InspectionMode, InspectionTopic } from "@/lib/core/db/generated/enums";
import type { PlannedLine } from "@/lib/features/inspections/queries/list-planned-lines";

/** The values a case's form starts with, as typed. */
export type CaseValues = {
  readonly year: string;
  readonly mode?: string;
  readonly body?: string;
  readonly title?: string;
  readonly decisionNumber?: string;
  readonly decidedOn?: string;
  readonly startsOn?: string;
  readonly lastDay?: string;
  readonly periodFrom?: string;
  readonly periodTo?: string;
  readonly topics?: readonly string[];
  readonly branchIds?: readonly string[];
  readonly members?: string;
  readonly head?: string;
  readonly team?: string;
  readonly programmeLineId?: string;
};

type CaseFieldsProps = {
  values: CaseValues;
  branches: readonly { readonly id: string; readonly name: string }[];
  lines: readonly PlannedLine[];
  team: "REQUIRED" | "OPTIONAL" | "STANDING";
};

/** What an inspection is about, when, of whom and by whom; people are named, so that no list of members is needed. */
export function CaseFields({ values, branches, lines, team }: CaseFieldsProps) {
  const t = useTranslations("inspections");
  const modes = Object.values(InspectionMode).map((value) => ({ value, label: t(`modes.${value}`) }));
  const bodies = Object.values(InspectionBody).map((value) => ({ value, label: t(`bodies.${value}`) }));
  const topics = Object.values(InspectionTopic).map((value) => ({ value, label: t(`topics.${value}`) }));
  return (
    <>
      <Fieldset legend={t("form.about")}>
        <TextInput name="title" label={t("form.title")} defaultValue={values.title} autoComplete="off" />
        <RadioGroup name="mode" label={t("form.mode")} choices={modes} defaultValue={values.mode} />
        <div className="field-pairs">
          <Select name="body" label={t("form.body")} options={bodies} defaultValue={values.body} />
          <TextInput name="year" label={t("form.year")} width="short" inputMode="numeric" defaultValue={values.year} />
          <TextInput
            name="decisionNumber"
            label={t("form.decisionNumber")}
            width="medium"
            autoComplete="off"
            defaultValue={values.decisionNumber}
          />
          <DateInput name="decidedOn" label={t("form.decidedOn")} defaultValue={values.decidedOn} />
          <DateInput name="startsOn" label={t("form.startsOn")} defaultValue={values.startsOn} />
          <DateInput name="lastDay" label={t("form.lastDay")} optional defaultValue={values.lastDay} />
          <DateInput name="periodFrom" label={t("form.periodFrom")} optional defaultValue={values.periodFrom} />
          <DateInput name="periodTo" label={t("form.periodTo")} optional defaultValue={values.periodTo} />
        </div>
        <CheckboxGroup name="topics" label={t("form.topics")} choices={topics} defaultValues={values.topics} />
        {lines.length > 0 && <LineSelect lines={lines} chosen={values.programmeLineId} />}
      </Fieldset>
      <Fieldset legend={t("form.subjects")}>
        <CheckboxGroup
          name="branchIds"
          label={t("form.branches")}
          optional
          choices={branches.map((branch) => ({ value: branch.id, label: branch.name }))}
          defaultValues={values.branchIds}
        />
        <TextArea
          name="members"
          label={t("form.members")}
          hint={t("form.membersHint")}
          optional
          rows={3}
          defaultValue={values.members}
        />
      </Fieldset>
      <Fieldset legend={t("form.team")}>
        {team === "STANDING" && <p className="max-w-prose">{t("form.teamStands")}</p>}
        <TextInput
          name="head"
          label={t("form.head")}
          hint={t("form.headHint")}
          autoComplete="off"
          optional={team === "OPTIONAL"}
          defaultValue={values.head}
        />
        <TextArea
          name="team"
          label={t("form.others")}
          hint={t("form.membersHint")}
          optional
          rows={3}
          defaultValue={values.team}
        />
      </Fieldset>
    </>
  );
}

/** The line of a programme that the case carries out, or none. */
function LineSelect({ lines, chosen }: { lines: readonly PlannedLine[]; chosen: string | undefined }) {
  const t = useTranslations("inspections");
  return (
    <Select
      name="programmeLineId"
      label={t("form.line")}
      hint={t("form.lineHint")}
      options={lines.map(({ id, month, mode, topic, body, subjects }) => ({
        value: id,
        label: t("form.lineOption", {
          ...{ month: String(month), mode: t(`modes.${mode}`), topic: t(`topics.${topic}`) },
          ...{ subjects: subjects.join(", "), body: body ? t(`bodies.${body}`) : "" },
        }),
      }))}
      placeholder={t("form.noLine")}
      defaultValue={chosen}
      optional
      width="full"
    />
  );
}
