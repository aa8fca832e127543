import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompareForm } from "@/components/member-merges/compare-form";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getPairView } from "@/lib/features/member-merges/queries/get-merge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberMerges"))("compare.title") };
}

export default async function ComparePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [pair, t] = await Promise.all([
    onPage(getPairView(actor, idIn(textIn(query, "kept")), idIn(textIn(query, "dropped")))),
    getTranslations("memberMerges"),
  ]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("compare.title")} back={{ href: "/members/duplicates", label: t("title") }} />
      <CompareForm pair={pair} />
    </div>
  );
}
