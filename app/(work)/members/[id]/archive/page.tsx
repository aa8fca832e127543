import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProposeScreen } from "@/components/member-archives/propose-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getCandidateView } from "@/lib/features/member-archives/queries/get-archive";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberArchives"))("propose.title") };
}

export default async function ProposeArchivePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [candidate, members, t] = await Promise.all([
    onPage(getCandidateView(actor, id)),
    getTranslations("members"),
    getTranslations("memberArchives"),
  ]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("propose.titleOf", { name: candidate.name })}
        back={{ href: `/members/${id}`, label: members("page.backTo", { name: candidate.name }) }}
      />
      <ProposeScreen candidate={candidate} />
    </div>
  );
}
