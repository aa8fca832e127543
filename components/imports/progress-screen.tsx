import { useTranslations } from "next-intl";
import { AutoRefresh } from "@/components/imports/auto-refresh";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { useFormat } from "@/lib/core/i18n/use-format";
import { resumeImportAction, stopImportAction } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/queries/get-import";

/** How far an import is while it is being written; the page may be left. */
export function ProgressScreen({ roster }: { roster: ImportView }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const { done, total, state } = roster.progress ?? { done: 0, total: 1, state: "RUNNING" };
  const isResting = state === "RESTING";
  return (
    <div className="grid max-w-3xl gap-5">
      <p className="prose-line">{t("progress.lead")}</p>
      <div role="status">
        <Progress
          label={`${t("progress.label")} · ${format.percent(done / Math.max(1, total))}`}
          done={done}
          total={total}
        />
      </div>
      {isResting ? (
        <Notice tone="warn" title={t("progress.restingTitle")}>
          {t("progress.resting")}
        </Notice>
      ) : (
        <AutoRefresh seconds={1} />
      )}
      {roster.can.continue && isResting && (
        <FormFrame id="resume" action={resumeImportAction}>
          <input type="hidden" name="id" value={roster.id} />
          <Actions>
            <SubmitButton>{t("progress.resume")}</SubmitButton>
          </Actions>
        </FormFrame>
      )}
      {roster.can.continue && (
        <FormFrame id="stop" action={stopImportAction}>
          <input type="hidden" name="id" value={roster.id} />
          <Actions>
            <SubmitButton tone="secondary">{t("progress.stop")}</SubmitButton>
            <ButtonLink href="/imports">{t("back")}</ButtonLink>
          </Actions>
        </FormFrame>
      )}
    </div>
  );
}
