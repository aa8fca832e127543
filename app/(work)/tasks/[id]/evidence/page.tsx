import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { UploadForm } from "@/components/shared/upload-form";
import { EvidenceList, RemoveEvidenceForm } from "@/components/tasks/evidence-parts";
import { Notice } from "@/components/ui/notice";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { ATTACHMENT_LIMITS } from "@/lib/core/files/attachment-reader/reading";
import { getUploadWords } from "@/lib/core/i18n/upload-words";
import { idIn, onPage } from "@/lib/core/page";
import { getTask } from "@/lib/features/tasks/queries/get-task";
import { listEvidence } from "@/lib/features/tasks/queries/list-evidence";
import { MOST_EVIDENCE } from "@/lib/features/tasks/schema";

type EvidencePageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["evidenceAttached", "evidenceRemoved"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("evidence.title") };
}

export default async function EvidencePage({ params, searchParams }: EvidencePageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const task = await onPage(getTask(actor, idIn(id)));
  if (!task.can.addEvidence) notFound();
  const [evidence, t, upload] = await Promise.all([
    onPage(listEvidence(actor, id)),
    getTranslations("tasks"),
    getUploadWords("tasks", query),
  ]);
  const asked = textIn(query, "remove");
  const removed = task.can.removeEvidence ? evidence.find((one) => one.id === asked) : undefined;
  if (asked !== "" && !removed) notFound();
  const done = doneWords.find((word) => word === textIn(query, "done"));
  const most = MOST_EVIDENCE;
  const page = `/tasks/${id}/evidence`;
  const removeHref = task.can.removeEvidence
    ? ({ id: remove }: { id: string }) => addressOf(page, { remove })
    : undefined;
  return (
    <div className="grid gap-4">
      {done && !removed && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <PageHeader
        title={t("evidence.pageTitle", { title: task.title })}
        lead={t("evidence.lead", { most })}
        back={{ href: `/tasks/${id}`, label: t("evidence.back") }}
      />
      {removed ? (
        <RemoveEvidenceForm taskId={id} evidence={removed} />
      ) : (
        <>
          {evidence.length < most ? (
            <UploadForm
              {...upload}
              action={`/api/uploads/tasks/${id}`}
              accept=".jpg,.jpeg,.png,.pdf,.docx,.xlsx"
              mostBytes={ATTACHMENT_LIMITS.bytes}
              cancel={{ href: `/tasks/${id}`, label: t("evidence.finish") }}
            />
          ) : (
            <Notice>{t("evidence.full", { most })}</Notice>
          )}
          <div className="pt-4">
            <EvidenceList evidence={evidence} removeHref={removeHref} />
          </div>
        </>
      )}
    </div>
  );
}
