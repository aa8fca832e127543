import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TransferScreen } from "@/components/transfers/transfer-screen";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getTransfer } from "@/lib/features/transfers/queries/get-transfer";

type TransferPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("page.title") };
}

export default async function TransferPage({ params, searchParams }: TransferPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const transfer = await onPage(getTransfer(actor, idIn(id)));
  return <TransferScreen transfer={transfer} done={textIn(query, "done")} />;
}
