import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderedFileView } from "@/components/members/ordered-file-view";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { FETCH_MINUTES, getOrderedFile } from "@/lib/features/members/queries/get-ordered-file";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("ordered.title") };
}

export default async function OrderedFilePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const [order, t] = await Promise.all([
    onPage(getOrderedFile(actor, (await params).id)),
    getTranslations("exports.ordered"),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} back={{ href: "/members", label: t("back") }} />
      <OrderedFileView order={order} minutes={FETCH_MINUTES} />
    </div>
  );
}
