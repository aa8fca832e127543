import { useTranslations } from "next-intl";
import { CaseFields, type CaseValues } from "@/components/inspections/case-fields";
import { ConclusionFields } from "@/components/inspections/conclusion-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import {
  concludeInspectionAction,
  editInspectionAction,
  openInspectionAction,
  recordInspectionAction,
} from "@/lib/features/inspections/actions";
import type { PlannedLine } from "@/lib/features/inspections/queries/list-planned-lines";

type Branches = readonly { readonly id: string; readonly name: string }[];
type CaseFormProps = { values: CaseValues; branches: Branches; lines: readonly PlannedLine[] };

/** Opens a case. */
export function OpenCaseForm({ values, branches, lines }: CaseFormProps) {
  const t = useTranslations("inspections.form");
  return (
    <FormFrame action={openInspectionAction}>
      <CaseFields values={values} branches={branches} lines={lines} team="REQUIRED" />
      <Actions>
        <SubmitButton>{t("open")}</SubmitButton>
        <ButtonLink href="/inspections">{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Enters an inspection that has been concluded, from its papers. */
export function RecordCaseForm({ values, branches, lines }: CaseFormProps) {
  const t = useTranslations("inspections.form");
  return (
    <FormFrame action={recordInspectionAction}>
      <CaseFields values={values} branches={branches} lines={lines} team="OPTIONAL" />
      <ConclusionFields />
      <Actions>
        <SubmitButton>{t("record")}</SubmitButton>
        <ButtonLink href="/inspections">{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type EditCaseFormProps = CaseFormProps & { id: string; version: number };

/** Changes an open case as a whole. */
export function EditCaseForm({ id, version, values, branches, lines }: EditCaseFormProps) {
  const t = useTranslations("inspections.form");
  const compared = ["title", "year", "decisionNumber", "decidedOn", "startsOn", "lastDay"] as const;
  return (
    <FormFrame
      action={editInspectionAction}
      version={version}
      reloadHref={`/inspections/${id}/edit`}
      compare={compared.map((name) => ({ name, label: t(name) }))}
    >
      <input type="hidden" name="id" value={id} />
      <CaseFields values={values} branches={branches} lines={lines} team="STANDING" />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/inspections/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Concludes a case. */
export function ConcludeCaseForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations("inspections.form");
  return (
    <FormFrame action={concludeInspectionAction} version={version} reloadHref={`/inspections/${id}`}>
      <input type="hidden" name="id" value={id} />
      <ConclusionFields />
      <Actions>
        <SubmitButton>{t("conclude")}</SubmitButton>
        <ButtonLink href={`/inspections/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
