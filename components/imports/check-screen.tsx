import { useTranslations } from "next-intl";
import { FileFacts } from "@/components/imports/file-facts";
import { NoticeList } from "@/components/imports/notice-list";
import { OutcomeCards } from "@/components/imports/outcome-cards";
import { RepairGroups } from "@/components/imports/repair-groups";
import type { RepairWords } from "@/components/imports/repair-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { confirmImportAction, discardImportAction } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/queries/get-import";
import type { RepairGroup } from "@/lib/features/imports/queries/list-repairs";

type CheckScreenProps = {
  roster: ImportView;
  groups: readonly RepairGroup[];
  words: RepairWords;
  failure: string | null;
};

/** What an import would do, and what stands in the way, before anything is written. */
export function CheckScreen({ roster, groups, words, failure }: CheckScreenProps) {
  const t = useTranslations("imports");
  const { counts } = roster;
  const changes = counts.ADD + counts.UPDATE;
  return (
    <div className="grid gap-5">
      <FileFacts roster={roster} />
      {failure && !roster.asksReason && (
        <Notice tone="err" title={t("progress.failedTitle")}>
          {failure}
        </Notice>
      )}
      {roster.state === "REJECTED" && (
        <Notice tone="err" title={t("check.foreignTitle")}>
          {t("check.foreign", { count: roster.foreignLines.length, lines: roster.foreignLines.join(", ") })}
        </Notice>
      )}
      <OutcomeCards roster={roster} opens="rows" />
      {roster.state === "CHECKED" && (
        <Actions>
          {(counts.UPDATE > 0 || roster.hasCellsDecided) && (
            <ButtonLink href={`/imports/${roster.id}/differences`}>{t("differences.open")}</ButtonLink>
          )}
          <ButtonLink href={`/imports/${roster.id}/reconciliation`}>{t("reconciliation.open")}</ButtonLink>
        </Actions>
      )}
      {roster.state === "CHECKED" && counts.DECIDE > 0 && (
        <Notice tone="warn" title={t("check.undecided", { count: counts.DECIDE })}>
          <ButtonLink href={`/imports/${roster.id}/duplicates`}>{t("check.decide")}</ButtonLink>
        </Notice>
      )}
      {roster.state === "CHECKED" && changes + counts.DECIDE === 0 && <Notice>{t("check.nothing")}</Notice>}
      {roster.state === "CHECKED" && changes > 0 && counts.DECIDE === 0 && (
        <FormFrame
          id="confirm"
          action={confirmImportAction}
          version={roster.version}
          reasonAsked={roster.asksReason ? (failure ?? undefined) : undefined}
        >
          <input type="hidden" name="id" value={roster.id} />
          <Actions>
            <SubmitButton>{t("check.confirm")}</SubmitButton>
          </Actions>
        </FormFrame>
      )}
      {groups.length > 0 && (
        <section aria-labelledby="repairs" className="grid gap-3">
          <h2 id="repairs" className="text-h2">
            {t("check.repairs")}
          </h2>
          <p className="prose-line">{t("check.repairsLead")}</p>
          <Actions>
            <ButtonLink href={`/api/export/imports/${roster.id}/rejected`} download>
              {t("check.rejectedFile")}
            </ButtonLink>
          </Actions>
          <RepairGroups importId={roster.id} groups={groups} words={words} />
        </section>
      )}
      <NoticeList roster={roster} />
      <FormFrame id="discard" action={discardImportAction} version={roster.version}>
        <input type="hidden" name="id" value={roster.id} />
        <div>
          <Actions>
            <ButtonLink href={`/imports/${roster.id}/columns`}>{t("check.change")}</ButtonLink>
            <SubmitButton tone="danger">{t("check.discard")}</SubmitButton>
          </Actions>
        </div>
      </FormFrame>
    </div>
  );
}
