import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckScreen } from "@/components/imports/check-screen";
import { ImportStateTag } from "@/components/imports/import-state-tag";
import { ProgressScreen } from "@/components/imports/progress-screen";
import { getRepairWords } from "@/components/imports/repair-words";
import { ResultScreen } from "@/components/imports/result-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { idIn, onPage } from "@/lib/core/page";
import { getImport, type ImportView } from "@/lib/features/imports/queries/get-import";
import { listRepairs } from "@/lib/features/imports/queries/list-repairs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [roster, t] = await Promise.all([onPage(getImport(actor, id)), getTranslations("imports")]);
  if (roster.state === "STAGED" && roster.can.continue) redirect(`/imports/${id}/columns`);
  const isChecked = roster.state === "CHECKED" || roster.state === "REJECTED";
  return (
    <>
      <PageHeader
        title={titleOf(roster, t)}
        lead={isChecked && t("check.lead")}
        back={{ href: "/imports", label: t("back") }}
        actions={<ImportStateTag state={roster.state} />}
      />
      {isChecked && roster.can.continue ? (
        <CheckScreen
          roster={roster}
          groups={await onPage(listRepairs(actor, roster))}
          words={await getRepairWords()}
          failure={roster.failure && (await getAnyKeyTranslator())(roster.failure)}
        />
      ) : roster.state === "RUNNING" ? (
        <ProgressScreen roster={roster} />
      ) : (
        <ResultScreen roster={roster} isKept={isKept(roster) ? "kept" : "gone"} />
      )}
    </>
  );
}

function titleOf(roster: ImportView, t: Awaited<ReturnType<typeof getTranslations<"imports">>>): string {
  if (roster.state === "RUNNING") return t("progress.title");
  const isChecked = roster.state === "CHECKED" || roster.state === "REJECTED";
  return isChecked ? t("check.title") : t("backTo", { file: roster.fileName });
}

function isKept({ undoEndsAt }: ImportView): boolean {
  return undoEndsAt !== null && undoEndsAt > new Date();
}
