import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { EndTemporaryForm } from "@/components/transfers/transfer-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getTransfer } from "@/lib/features/transfers/queries/get-transfer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("endForm.title") };
}

export default async function EndTemporaryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [transfer, t] = await Promise.all([onPage(getTransfer(actor, id)), getTranslations("transfers")]);
  if (!transfer.can.endTemporary) forbidden();
  const back = { href: `/transfers/${id}`, label: t("page.backTo", { name: transfer.name }) };
  return (
    <>
      <PageHeader title={t("endForm.title")} back={back} />
      <EndTemporaryForm transfer={transfer} />
    </>
  );
}
