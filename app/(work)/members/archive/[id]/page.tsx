import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchiveScreen } from "@/components/member-archives/archive-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getArchive } from "@/lib/features/member-archives/queries/get-archive";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberArchives"))("archive.title") };
}

export default async function ArchivedRecordPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [archive, t] = await Promise.all([onPage(getArchive(actor, id)), getTranslations("memberArchives")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("archive.title")} back={{ href: "/members/archive", label: t("title") }} />
      <ArchiveScreen archive={archive} />
    </div>
  );
}
