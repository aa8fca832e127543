import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberFileView } from "@/components/members/member-file-view";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getMemberFile } from "@/lib/features/members/queries/get-member-file";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("file.title") };
}

export default async function MemberFilePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [file, t] = await Promise.all([onPage(getMemberFile(actor, id)), getTranslations("members")]);
  const name = file.member.fullName;
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("file.titleOf", { name })}
        lead={t("file.lead")}
        back={{ href: `/members/${id}`, label: t("page.backTo", { name }) }}
        actions={<PrintButton />}
      />
      <MemberFileView file={file} today={actor.today} />
    </div>
  );
}
