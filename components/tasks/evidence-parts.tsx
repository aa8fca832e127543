import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Picture } from "@/components/ui/picture";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import { removeEvidenceAction } from "@/lib/features/tasks/actions";
import type { EvidenceFacts } from "@/lib/features/tasks/queries/list-evidence";

const fileOf = (id: string, size?: "small") => addressOf(`/api/export/task-evidence/${id}`, { size });

type EvidenceCardProps = { taskId: string; evidence: readonly EvidenceFacts[]; mayAdd: boolean };

/** What shows that a task was done, on the page of the task. */
export function EvidenceCard({ taskId, evidence, mayAdd }: EvidenceCardProps) {
  const t = useTranslations("tasks.evidence");
  if (evidence.length === 0 && !mayAdd) return null;
  return (
    <Card title={t("title")} actions={mayAdd && <ButtonLink href={`/tasks/${taskId}/evidence`}>{t("add")}</ButtonLink>}>
      <EvidenceList evidence={evidence} />
    </Card>
  );
}

type EvidenceListProps = { evidence: readonly EvidenceFacts[]; removeHref?: (evidence: EvidenceFacts) => string };

/** Every photo as a thumbnail and every paper by its name, each opening the file, with who sent it and when; with the way to remove it while that is possible. */
export function EvidenceList({ evidence, removeHref }: EvidenceListProps) {
  const t = useTranslations("tasks.evidence");
  if (evidence.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="photo-list">
      {evidence.map((one) => (
        <li key={one.id} className="grid content-start gap-2">
          <EvidenceLink evidence={one} />
          {removeHref && (
            <p>
              <ButtonLink href={removeHref(one)}>{t("remove", { name: one.fileName })}</ButtonLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function EvidenceLink({ evidence }: { evidence: EvidenceFacts }) {
  const t = useTranslations("tasks.evidence");
  const format = useFormat();
  const { id, fileName, width, height, kilobytes, recordedBy, recordedAt } = evidence;
  return (
    <div className="grid content-start gap-1">
      <a href={fileOf(id)}>
        {width !== null && height !== null && (
          <Picture
            src={fileOf(id, "small")}
            alt={t("alt", { name: fileName })}
            width={width}
            height={height}
            className="photo-small"
          />
        )}
        <span className="block break-words pt-1">{t("open", { name: fileName, size: kilobytes })}</span>
      </a>
      <span className="field-hint">{t("kept", { at: format.moment(recordedAt), by: recordedBy })}</span>
    </div>
  );
}

type RemoveEvidenceFormProps = { taskId: string; evidence: EvidenceFacts };

/** Shows the file once more before it is gone. */
export function RemoveEvidenceForm({ taskId, evidence }: RemoveEvidenceFormProps) {
  const t = useTranslations("tasks.evidence");
  return (
    <Card title={t("removeTitle")}>
      <div className="grid gap-4">
        <p>{t("removeLead")}</p>
        <EvidenceLink evidence={evidence} />
        <FormFrame action={removeEvidenceAction}>
          <input type="hidden" name="id" value={evidence.id} />
          <Actions>
            <SubmitButton tone="danger">{t("remove", { name: evidence.fileName })}</SubmitButton>
            <ButtonLink href={`/tasks/${taskId}/evidence`}>{t("keep")}</ButtonLink>
          </Actions>
        </FormFrame>
      </div>
    </Card>
  );
}
