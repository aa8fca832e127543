import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FirstNumberForm } from "@/components/party-documents/first-number-form";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listNextSigns } from "@/lib/features/party-documents/queries/find-document-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("firstNumber.open") };
}

export default async function FirstNumberPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = textIn(await searchParams, "kind");
  const [signs, t] = await Promise.all([onPage(listNextSigns(actor)), getTranslations("partyDocuments")]);
  const chosen = signs.find(({ kind, isGiven }) => kind === asked && !isGiven);
  if (!chosen) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("firstNumber.heading", { kind: t(`kinds.${chosen.kind}`) })}
        lead={t("firstNumber.lead")}
        back={{ href: `/party-documents/issue?kind=${chosen.kind}`, label: t("firstNumber.back") }}
      />
      <FirstNumberForm {...chosen} />
    </div>
  );
}
