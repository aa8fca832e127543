import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckScreen } from "@/components/documents/check-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getTemplateCheck } from "@/lib/features/documents/queries/templates";
import { kindIn } from "@/lib/features/documents/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("check.title") };
}

export default async function TemplateCheckPage({ params }: { params: Promise<{ kind: string; id: string }> }) {
  const actor = await requireActor();
  const { kind: address, id } = await params;
  const [check, t] = await Promise.all([onPage(getTemplateCheck(actor, idIn(id))), getTranslations("documents")]);
  if (check.kind !== kindIn(address)) notFound();
  const back = { href: `/documents/${address}`, label: t("check.back", { kind: t(`kinds.${check.kind}`) }) };
  return (
    <>
      <PageHeader title={t("check.title")} back={back} />
      <CheckScreen check={check} today={actor.today} backHref={back.href} />
    </>
  );
}
