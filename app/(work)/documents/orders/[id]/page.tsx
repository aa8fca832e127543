import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderedDocumentView } from "@/components/documents/ordered-document";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getOrderedDocument } from "@/lib/features/documents/queries/get-ordered-document";
import { FETCH_MINUTES } from "@/lib/features/members/queries/get-ordered-file";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("ordered.title") };
}

export default async function OrderedDocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [order, t] = await Promise.all([onPage(getOrderedDocument(actor, id)), getTranslations("documents.ordered")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("title")} back={{ href: "/members", label: t("back") }} />
      <OrderedDocumentView order={order} minutes={FETCH_MINUTES} />
    </div>
  );
}
