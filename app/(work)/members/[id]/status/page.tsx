import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StatusForms } from "@/components/members/status-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { isInForceOn } from "@/lib/core/day/interval";
import { idIn, onPage } from "@/lib/core/page";
import { getMember } from "@/lib/features/members/queries/get-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("statusForm.title") };
}

export default async function StatusPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [member, t] = await Promise.all([onPage(getMember(actor, id)), getTranslations("members")]);
  if (!member.can.move) forbidden();
  return (
    <>
      <PageHeader
        title={t("statusForm.titleOf", { name: member.fullName })}
        back={{ href: `/members/${id}`, label: t("page.backTo", { name: member.fullName }) }}
      />
      <StatusForms memberId={id} current={member.statuses.find((row) => isInForceOn(row, actor.today))} />
    </>
  );
}
