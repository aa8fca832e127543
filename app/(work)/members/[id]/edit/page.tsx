import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditMemberForm } from "@/components/members/record-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { typedValues } from "@/lib/core/typed-values";
import { getMember } from "@/lib/features/members/queries/get-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("edit.title") };
}

export default async function EditMemberPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [member, t] = await Promise.all([onPage(getMember(actor, id)), getTranslations("members")]);
  if (!member.can.edit) forbidden();
  const { fullName, otherName, sex, profile, sensitive } = member;
  return (
    <>
      <PageHeader
        title={t("edit.titleOf", { name: fullName })}
        back={{ href: `/members/${id}`, label: t("page.backTo", { name: fullName }) }}
      />
      <EditMemberForm
        id={id}
        version={member.version}
        values={typedValues({ ...profile, ...sensitive, fullName, otherName, sex })}
      />
    </>
  );
}
