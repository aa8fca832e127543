import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { TextArea } from "@/components/ui/text-area";
import { BallotFields } from "@/components/votes/ballot-fields";
import { typedForm } from "@/lib/core/day";
import { closeDossierAction, receivePapersAction, recordBranchVoteAction } from "@/lib/features/admissions/actions";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";
import type { VoteOutlook } from "@/lib/features/votes/queries/voters";

/** The check-list with the day each paper came in. */
export function PapersForm({ dossier }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  const { id, version, papers } = dossier;
  return (
    <FormFrame action={receivePapersAction} version={version} reloadHref={`/admissions/${id}/papers`}>
      <input type="hidden" name="id" value={id} />
      {papers.map(({ code, receivedOn }) => (
        <DateInput
          key={code}
          name={code}
          label={t(`papers.${code}`)}
          hint=""
          optional
          defaultValue={receivedOn ? typedForm(receivedOn) : undefined}
        />
      ))}
      <Actions>
        <SubmitButton>{t("papersForm.save")}</SubmitButton>
        <ButtonLink href={`/admissions/${id}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** The branch's vote from its minutes. */
export function BranchVoteForm({ dossier, outlook }: { dossier: DossierView; outlook: VoteOutlook }) {
  const t = useTranslations("admissions");
  const { id, version } = dossier;
  return (
    <FormFrame action={recordBranchVoteAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <BallotFields outlook={outlook} />
      <Actions>
        <SubmitButton>{t("voteForm.save")}</SubmitButton>
        <ButtonLink href={`/admissions/${id}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Ends a dossier without effect. */
export function CloseForm({ dossier }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  const { id, version } = dossier;
  return (
    <FormFrame action={closeDossierAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <TextArea name="reason" label={t("fields.reason")} maxLength={500} />
      <Actions>
        <SubmitButton tone="danger">{t("closeForm.save")}</SubmitButton>
        <ButtonLink href={`/admissions/${id}`}>{t("acts.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
