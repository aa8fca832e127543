import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckPage } from "@/components/ui/check-page";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useFormat } from "@/lib/core/i18n/use-format";
import { confirmDecisionAction, returnDecisionAction } from "@/lib/features/admissions/actions";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";

/** A recorded decision line by line, the button that makes it final, and the way back to the office. */
export function ConfirmScreen({ dossier }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  const format = useFormat();
  const { id, version, name, kind, branch, decision, branchVote, committeeVote, can } = dossier;
  if (!decision) return null;
  const votes = (sheet: typeof branchVote) => (sheet ? format.share(sheet.yes, sheet.base) : "–");
  const rows = [
    { id: "name", label: t("columns.name"), after: name },
    { id: "kind", label: t("columns.kind"), after: t(`kinds.${kind}`) },
    { id: "branch", label: t("page.branch"), after: branch.name },
    { id: "branchVote", label: t("page.vote"), after: votes(branchVote) },
    { id: "decidedBy", label: t("fields.decidedBy"), after: t(`bodies.${decision.decidedBy}`) },
    { id: "committeeVote", label: t("page.committeeVote"), after: votes(committeeVote) },
    { id: "number", label: t("fields.decisionNumber"), after: decision.decisionNumber },
    { id: "decidedOn", label: t("fields.decidedOn"), after: format.day(decision.decidedOn) },
    { id: "minutes", label: t("fields.minutesNumber"), after: decision.minutesNumber ?? "–" },
    { id: "effect", label: t("columns.state"), after: <Effect dossier={dossier} /> },
  ];
  return (
    <>
      <CheckPage rows={rows} lead={<p>{t("confirmForm.lead")}</p>}>
        {can.confirm ? (
          <FormFrame id="confirm" action={confirmDecisionAction} version={version}>
            <input type="hidden" name="id" value={id} />
            <Actions>
              <SubmitButton>{t("acts.confirm")}</SubmitButton>
              <ButtonLink href={`/admissions/${id}`}>{t("acts.cancel")}</ButtonLink>
            </Actions>
          </FormFrame>
        ) : (
          <Notice tone="info">{t("confirmForm.recordedByYou")}</Notice>
        )}
      </CheckPage>
      {can.return && (
        <Card title={t("confirmForm.returnTitle")}>
          <FormFrame id="return" action={returnDecisionAction} version={version}>
            <input type="hidden" name="id" value={id} />
            <TextArea name="reason" label={t("fields.reason")} maxLength={500} />
            <Actions>
              <SubmitButton tone="secondary">{t("acts.return")}</SubmitButton>
            </Actions>
          </FormFrame>
        </Card>
      )}
    </>
  );
}

function Effect({ dossier: { kind, decision } }: { dossier: DossierView }) {
  const t = useTranslations("admissions.confirmForm.effect");
  const format = useFormat();
  if (kind === "ADMISSION" || kind === "RECOGNITION") return t(kind);
  const day = decision?.effectiveOn ? format.day(decision.effectiveOn) : "–";
  return t(kind === "EXEMPTION" ? "EXEMPTION" : "LEAVING", { day });
}
