import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { AcceptScreen } from "@/components/transfers/transfer-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getTransfer } from "@/lib/features/transfers/queries/get-transfer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("page.title") };
}

export default async function AcceptPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [transfer, t] = await Promise.all([onPage(getTransfer(actor, id)), getTranslations("transfers")]);
  if (!transfer.can.decide) forbidden();
  const back = { href: `/transfers/${id}`, label: t("page.backTo", { name: transfer.name }) };
  return (
    <>
      <PageHeader title={t("accept.title", { name: transfer.name })} back={back} />
      <AcceptScreen transfer={transfer} />
    </>
  );
}
