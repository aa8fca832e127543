import { useTranslations } from "next-intl";
import { FileFacts } from "@/components/imports/file-facts";
import { OutcomeCards } from "@/components/imports/outcome-cards";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ImportView } from "@/lib/features/imports/queries/get-import";

/** What came of an import that is over: the numbers, the rejected rows, and how it can be taken back. */
export function ResultScreen({ roster, isKept }: { roster: ImportView; isKept: "kept" | "gone" }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const { state, counts, undoEndsAt } = roster;
  const until = undoEndsAt === null ? "" : format.moment(undoEndsAt);
  return (
    <div className="grid gap-5">
      {state === "DONE" && <Notice tone="ok" title={t("result.title")} />}
      {state === "UNDONE" && <Notice tone="warn">{t("result.undone")}</Notice>}
      {state === "DISCARDED" && <Notice>{t("result.discarded")}</Notice>}
      <FileFacts roster={roster} />
      {state !== "DISCARDED" && (
        <OutcomeCards roster={roster} opens={isKept === "kept" && roster.can.continue ? "rows" : "nothing"} />
      )}
      {state === "DONE" && isKept === "kept" && counts.REPAIR > 0 && roster.can.continue && (
        <Notice tone="warn" title={t("result.rejected", { count: counts.REPAIR, at: until })}>
          <ButtonLink href={`/api/export/imports/${roster.id}/rejected`} download>
            {t("check.rejectedFile")}
          </ButtonLink>
        </Notice>
      )}
      {state === "DONE" && isKept === "kept" && <p className="prose-line">{t("result.undoUntil", { at: until })}</p>}
      <Actions>
        <ButtonLink href="/members" tone="primary">
          {t("result.members")}
        </ButtonLink>
        {roster.can.undo && isKept === "kept" && (
          <ButtonLink href={`/imports/${roster.id}/undo`}>{t("result.undo")}</ButtonLink>
        )}
        <ButtonLink href="/imports">{t("back")}</ButtonLink>
      </Actions>
    </div>
  );
}
