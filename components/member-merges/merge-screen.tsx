import Link from "next/link";
import { useTranslations } from "next-intl";
import { ObstacleList } from "@/components/member-merges/obstacle-list";
import { useMergeWords } from "@/components/member-merges/use-merge-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { CheckPage } from "@/components/ui/check-page";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import { cancelMergeAction, confirmMergeAction, undoMergeAction } from "@/lib/features/member-merges/actions";
import type { MergeView, PairView } from "@/lib/features/member-merges/queries/get-merge";

/** A proposed merge to be confirmed by a second person, or what came of it and how it is taken back. */
export function MergeScreen({ merge }: { merge: MergeView }) {
  const t = useTranslations("memberMerges.merge");
  const format = useFormat();
  const { state, pair, can } = merge;
  const names = { dropped: merge.droppedName, kept: merge.keptName };
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="prose-line">
        {t("lead", { ...names, name: merge.proposedBy, at: format.moment(merge.proposedAt) })}
      </p>
      {state === "DONE" && <Notice tone="ok" title={t("done", { name: merge.confirmedBy ?? "" })} />}
      {state === "CANCELLED" && <Notice>{t("cancelled")}</Notice>}
      {state === "UNDONE" && <Notice tone="warn">{t("undone")}</Notice>}
      {pair && <Open merge={merge} pair={pair} />}
      {!pair && (
        <p>
          <Link href={`/members/${merge.keptId}`} prefetch={false}>
            {t("open", { name: merge.keptName })}
          </Link>
        </p>
      )}
      {can.undo && merge.undoEndsAt && (
        <Card title={t("undoTitle")}>
          <p className="prose-line mb-3">{t("undoUntil", { at: format.moment(merge.undoEndsAt) })}</p>
          <FormFrame id="undo" action={undoMergeAction} version={merge.version}>
            <input type="hidden" name="id" value={merge.id} />
            <SubmitButton tone="danger">{t("undo")}</SubmitButton>
          </FormFrame>
        </Card>
      )}
    </div>
  );
}

function Open({ merge, pair }: { merge: MergeView; pair: PairView }) {
  const t = useTranslations("memberMerges.merge");
  const words = useMergeWords();
  const rows = pair.fields
    .filter(({ field }) => merge.taken.includes(field))
    .map(({ field, kept, dropped }) => ({
      id: field,
      label: words.field(field),
      before: words.value(field, kept),
      after: words.value(field, dropped),
    }));
  return (
    <>
      {rows.length > 0 ? <CheckPage rows={rows}>{null}</CheckPage> : <p>{t("none")}</p>}
      {pair.obstacles.length > 0 && <ObstacleList obstacles={pair.obstacles} />}
      {merge.isChangedSince && <Notice tone="warn">{t("changed")}</Notice>}
      {!merge.can.confirm && <Notice>{t("waiting")}</Notice>}
      {merge.can.confirm && !merge.isChangedSince && pair.obstacles.length === 0 && (
        <FormFrame id="confirm" action={confirmMergeAction} version={merge.version}>
          <input type="hidden" name="id" value={merge.id} />
          <SubmitButton>{t("confirm")}</SubmitButton>
        </FormFrame>
      )}
      {merge.can.cancel && (
        <FormFrame id="cancel" action={cancelMergeAction} version={merge.version}>
          <input type="hidden" name="id" value={merge.id} />
          <SubmitButton tone="danger">{t("cancel")}</SubmitButton>
        </FormFrame>
      )}
    </>
  );
}
