import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MergeScreen } from "@/components/member-merges/merge-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getMerge } from "@/lib/features/member-merges/queries/get-merge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberMerges"))("merge.title") };
}

export default async function MergePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [merge, t] = await Promise.all([onPage(getMerge(actor, id)), getTranslations("memberMerges")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("merge.title")} back={{ href: "/members/duplicates", label: t("title") }} />
      <MergeScreen merge={merge} />
    </div>
  );
}
