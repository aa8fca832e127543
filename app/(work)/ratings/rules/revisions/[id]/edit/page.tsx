import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditRevisionForm } from "@/components/rule-sets/revision-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getRevision } from "@/lib/features/rule-sets/queries/revisions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleSets.revision"))("edit") };
}

export default async function EditRevisionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const [revision, t] = await Promise.all([onPage(getRevision(actor, idIn(id))), getTranslations("ruleSets.revision")]);
  if (!revision.can.change) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("edit")}
        lead={revision.document}
        back={{ href: `/ratings/rules/revisions/${revision.id}`, label: t("title") }}
      />
      <EditRevisionForm revision={revision} />
    </div>
  );
}
