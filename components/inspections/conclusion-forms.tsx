import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { Timeline } from "@/components/ui/timeline";
import { ViolationLevel } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  addInspectionAddendumAction,
  decideAddendumAction,
  writeFindingAction,
} from "@/lib/features/inspections/actions";
import type { FindingLine, InspectionView } from "@/lib/features/inspections/queries/get-inspection";
import { addendumDecisions } from "@/lib/features/inspections/schema";

/** Writes what was found of one subject. */
export function FindingForm({ id, line }: { id: string; line: FindingLine }) {
  const t = useTranslations("inspectionProgress.findings");
  const names = ["strengths", "finding", "violation"] as const;
  return (
    <FormFrame
      action={writeFindingAction}
      version={line.version}
      reloadHref={`/inspections/${id}/findings/${line.id}`}
      compare={names.map((name) => ({ name, label: t(name) }))}
    >
      <input type="hidden" name="id" value={line.id} />
      <TextArea name="strengths" label={t("strengths")} rows={4} optional defaultValue={line.strengths ?? undefined} />
      <TextArea name="finding" label={t("finding")} rows={4} optional defaultValue={line.finding ?? undefined} />
      <Select
        name="violation"
        label={t("violation")}
        hint={t("violationHint")}
        options={Object.values(ViolationLevel).map((value) => ({ value, label: t(`violations.${value}`) }))}
        placeholder={t("violationOpen")}
        defaultValue={line.violation ?? undefined}
        optional
      />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/inspections/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** What was added to the conclusion after it was issued, and the form to add to it. */
export function AddendaCard({ view: { id, addenda, can } }: { view: InspectionView }) {
  const t = useTranslations("inspectionProgress.addenda");
  const format = useFormat();
  if (addenda.length === 0 && !can.amend) return null;
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-ink-2">{t("lead")}</p>
      {addenda.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Timeline
          entries={addenda.map((one) => ({
            id: one.id,
            title: one.number === null ? t(`states.${one.state}`) : t("numbered", { number: one.number }),
            date: format.moment(one.recordedAt),
            by: one.recordedBy,
            body: (
              <>
                <p className="max-w-prose whitespace-pre-line">{one.text}</p>
                <p className="text-ink-2">{t("because", { reason: one.reason })}</p>
                {one.decidedBy && <p className="text-ink-2">{t("decided", { state: one.state, by: one.decidedBy })}</p>}
                {one.refusal && <p className="text-ink-2">{t("because", { reason: one.refusal })}</p>}
                {one.can.decide && <DecideAddendumForm id={one.id} />}
              </>
            ),
          }))}
        />
      )}
      {can.amend && (
        <div className="screen-only mt-4">
          <FormFrame id="addendum" action={addInspectionAddendumAction}>
            <input type="hidden" name="id" value={id} />
            <TextArea name="text" label={t("text")} rows={4} />
            <TextArea name="reason" label={t("reason")} rows={2} />
            <Actions>
              <SubmitButton>{t("save")}</SubmitButton>
            </Actions>
          </FormFrame>
        </div>
      )}
    </Card>
  );
}

function DecideAddendumForm({ id }: { id: string }) {
  const t = useTranslations("inspectionProgress.addenda");
  return (
    <div className="screen-only mt-3">
      <FormFrame id={`decide-${id}`} action={decideAddendumAction}>
        <input type="hidden" name="id" value={id} />
        <RadioGroup
          name="decision"
          label={t("decision")}
          choices={addendumDecisions.map((value) => ({ value, label: t(`decisions.${value}`) }))}
        />
        <TextArea name="refusal" label={t("refusal")} hint={t("refusalHint")} optional rows={2} />
        <Actions>
          <SubmitButton>{t("decide")}</SubmitButton>
        </Actions>
      </FormFrame>
    </div>
  );
}
