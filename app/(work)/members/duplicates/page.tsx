import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DuplicatesScreen } from "@/components/member-merges/duplicates-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listDuplicates } from "@/lib/features/member-merges/queries/list-pairs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberMerges"))("title") };
}

export default async function DuplicatesPage() {
  const actor = await requireActor();
  const [{ pairs, merges, can }, t] = await Promise.all([
    onPage(listDuplicates(actor)),
    getTranslations("memberMerges"),
  ]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("title")} lead={t("lead")} back={{ href: "/members", label: t("back") }} />
      <DuplicatesScreen pairs={pairs} merges={merges} canPropose={can.propose} />
    </div>
  );
}
