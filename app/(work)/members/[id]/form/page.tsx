import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OrderMemberForm } from "@/components/documents/order-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { reachesRegister } from "@/lib/core/policy-table";
import { getMember } from "@/lib/features/members/queries/get-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("order.formTitle") };
}

export default async function OrderMemberFormPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [member, t] = await Promise.all([onPage(getMember(actor, id)), getTranslations("documents.order")]);
  if (!member.profile || !reachesRegister(actor, "memberSensitive", "export")) forbidden();
  const back = { href: `/members/${id}`, label: t("backTo", { name: member.fullName }) };
  return (
    <>
      <PageHeader title={t("formTitle")} lead={t("formLead", { name: member.fullName })} back={back} />
      <OrderMemberForm memberId={id} backHref={back.href} />
    </>
  );
}
