import { useTranslations } from "next-intl";
import { LineSubjects } from "@/components/inspection-programmes/line-subjects";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { addressOf } from "@/lib/core/address";
import { type InspectionBody, InspectionMode } from "@/lib/core/db/generated/enums";
import { addLineAction, issueProgrammeAction, openProgrammeAction } from "@/lib/features/inspection-programmes/actions";
import type { LineForm } from "@/lib/features/inspection-programmes/queries/find-line-form";
import type { ProgrammeView } from "@/lib/features/inspection-programmes/queries/get-programme";
import { plannedTopics } from "@/lib/features/inspection-programmes/schema";

const ALL = "/inspections/programmes";
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));

type OpenProgrammeFormProps = { year: number; bodies: readonly InspectionBody[]; branchId: string | null };

/** Opens the draft of a programme: of one of the bodies, or of the branch. */
export function OpenProgrammeForm({ year, bodies, branchId }: OpenProgrammeFormProps) {
  const t = useTranslations("inspectionProgrammes");
  const words = useTranslations("inspections.bodies");
  return (
    <FormFrame action={openProgrammeAction}>
      {branchId === null ? (
        <RadioGroup
          name="body"
          label={t("open.body")}
          choices={bodies.map((value) => ({ value, label: words(value) }))}
          defaultValue={bodies.length === 1 ? bodies[0] : undefined}
        />
      ) : (
        <input type="hidden" name="branchId" value={branchId} />
      )}
      <TextInput name="year" label={t("open.year")} width="short" inputMode="numeric" defaultValue={String(year)} />
      <Actions>
        <SubmitButton>{t("open.save")}</SubmitButton>
        <ButtonLink href={addressOf(ALL, { year })}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Issues a draft with the number and day of its paper. */
export function IssueProgrammeForm({ programme: { id, version } }: { programme: ProgrammeView }) {
  const t = useTranslations("inspectionProgrammes");
  return (
    <FormFrame
      action={issueProgrammeAction}
      version={version}
      reloadHref={`${ALL}/${id}`}
      compare={(["documentNumber", "issuedOn"] as const).map((name) => ({ name, label: t(`issue.${name}`) }))}
    >
      <input type="hidden" name="id" value={id} />
      <TextInput
        name="documentNumber"
        label={t("issue.documentNumber")}
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <DateInput name="issuedOn" label={t("issue.issuedOn")} />
      <Actions>
        <SubmitButton>{t("issue.save")}</SubmitButton>
        <ButtonLink href={`${ALL}/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Adds a line; to an issued programme with the day and the reason. */
export function AddLineForm({ programme, form }: { programme: ProgrammeView; form: LineForm }) {
  const t = useTranslations("inspectionProgrammes");
  const words = useTranslations("inspections");
  const { id, state, branchId } = programme;
  return (
    <FormFrame action={addLineAction}>
      <input type="hidden" name="programmeId" value={id} />
      <RadioGroup
        name="mode"
        label={t("add.mode")}
        choices={Object.values(InspectionMode).map((value) => ({ value, label: words(`modes.${value}`) }))}
      />
      <RadioGroup
        name="topic"
        label={t("add.topic")}
        hint={t("add.topicHint")}
        choices={plannedTopics.map((value) => ({ value, label: words(`topics.${value}`) }))}
      />
      <Select
        name="month"
        label={t("add.month")}
        width="medium"
        options={MONTHS.map((value) => ({ value, label: t("month", { month: value }) }))}
      />
      <LineSubjects form={form} isBranchPlan={branchId !== null} />
      <TextInput
        name="team"
        label={t("add.team")}
        hint={t("add.teamHint")}
        maxLength={300}
        autoComplete="off"
        optional
      />
      <TextArea name="remark" label={t("add.remark")} hint={t("add.remarkHint")} rows={3} optional />
      {state === "ISSUED" && (
        <Fieldset legend={t("add.leadIssued")}>
          <DateInput name="addedOn" label={t("add.addedOn")} />
          <TextArea name="addedReason" label={t("add.reason")} rows={3} />
        </Fieldset>
      )}
      <Actions>
        <SubmitButton>{t("add.save")}</SubmitButton>
        <ButtonLink href={`${ALL}/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
