import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchiveList } from "@/components/member-archives/archive-list";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listArchives } from "@/lib/features/member-archives/queries/list-archives";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberArchives"))("title") };
}

export default async function ArchivePage() {
  const actor = await requireActor();
  const [archives, t] = await Promise.all([onPage(listArchives(actor)), getTranslations("memberArchives")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("title")} lead={t("lead")} back={{ href: "/members", label: t("back") }} />
      <ArchiveList archives={archives} />
    </div>
  );
}
