import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RevealForm } from "@/components/members/reveal-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getMember } from "@/lib/features/members/queries/get-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("reveal.title") };
}

export default async function IdNumbersPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [member, t] = await Promise.all([onPage(getMember(actor, id)), getTranslations("members")]);
  if (!member.can.revealIdNumbers) forbidden();
  const back = { href: `/members/${id}`, label: t("page.backTo", { name: member.fullName }) };
  return (
    <>
      <PageHeader title={t("reveal.title")} lead={t("reveal.lead", { name: member.fullName })} back={back} />
      <RevealForm memberId={id} backHref={back.href} />
    </>
  );
}
