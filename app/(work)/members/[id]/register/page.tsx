import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RegisterEntryForm } from "@/components/members/record-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { typedValues } from "@/lib/core/typed-values";
import { getMember } from "@/lib/features/members/queries/get-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("register.title") };
}

export default async function RegisterEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [member, t] = await Promise.all([onPage(getMember(actor, id)), getTranslations("members")]);
  if (!member.can.editRegister) forbidden();
  return (
    <>
      <PageHeader
        title={t("register.titleOf", { name: member.fullName })}
        back={{ href: `/members/${id}`, label: t("page.backTo", { name: member.fullName }) }}
      />
      <RegisterEntryForm
        id={id}
        version={member.version}
        values={typedValues({ ...member.profile, ...member.dates })}
        idNumbers={member.idNumbers}
      />
    </>
  );
}
