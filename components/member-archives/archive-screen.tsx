import Link from "next/link";
import { useTranslations } from "next-intl";
import { HoldList } from "@/components/member-archives/hold-list";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import { cancelArchiveAction, confirmArchiveAction, undoArchiveAction } from "@/lib/features/member-archives/actions";
import type { ArchiveView, CandidateView } from "@/lib/features/member-archives/queries/get-archive";

/** A record proposed for the archive, to be confirmed by a second person, or what came of it and how it is taken back. */
export function ArchiveScreen({ archive }: { archive: ArchiveView }) {
  const t = useTranslations("memberArchives.archive");
  const format = useFormat();
  const { state, candidate, can, undoEndsAt } = archive;
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="prose-line">
        {t("lead", { member: archive.memberName, name: archive.proposedBy, at: format.moment(archive.proposedAt) })}
      </p>
      <p className="prose-line">{t("reason", { reason: archive.reason })}</p>
      {state === "DONE" && <Notice tone="ok" title={t("done", { name: archive.confirmedBy ?? "" })} />}
      {state === "CANCELLED" && <Notice>{t("cancelled")}</Notice>}
      {state === "UNDONE" && <Notice tone="warn">{t("undone")}</Notice>}
      {state !== "DONE" && (
        <p>
          <Link href={`/members/${archive.memberId}`} prefetch={false}>
            {t("open", { name: archive.memberName })}
          </Link>
        </p>
      )}
      {candidate && <Open archive={archive} candidate={candidate} />}
      {can.undo && undoEndsAt && (
        <Card title={t("undoTitle")}>
          <p className="prose-line mb-3">{t("undoUntil", { at: format.moment(undoEndsAt) })}</p>
          <FormFrame id="undo" action={undoArchiveAction} version={archive.version}>
            <input type="hidden" name="id" value={archive.id} />
            <SubmitButton tone="danger">{t("undo")}</SubmitButton>
          </FormFrame>
        </Card>
      )}
      {state === "DONE" && !can.undo && <p>{t("over")}</p>}
    </div>
  );
}

function Open({ archive, candidate }: { archive: ArchiveView; candidate: CandidateView }) {
  const t = useTranslations("memberArchives");
  const { stays, statuses, obstacles } = candidate;
  const { can, isChangedSince } = archive;
  return (
    <>
      <p className="prose-line">{t("propose.what", { stays, statuses })}</p>
      {obstacles.length > 0 && <HoldList obstacles={obstacles} />}
      {isChangedSince && <Notice tone="warn">{t("archive.changed")}</Notice>}
      {!can.confirm && <Notice>{t("archive.waiting")}</Notice>}
      {can.confirm && !isChangedSince && obstacles.length === 0 && (
        <FormFrame id="confirm" action={confirmArchiveAction} version={archive.version}>
          <input type="hidden" name="id" value={archive.id} />
          <SubmitButton>{t("archive.confirm")}</SubmitButton>
        </FormFrame>
      )}
      {can.cancel && (
        <FormFrame id="cancel" action={cancelArchiveAction} version={archive.version}>
          <input type="hidden" name="id" value={archive.id} />
          <SubmitButton tone="danger">{t("archive.cancel")}</SubmitButton>
        </FormFrame>
      )}
    </>
  );
}
