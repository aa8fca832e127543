import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BranchContactForm } from "@/components/organization/branch-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getBranch } from "@/lib/features/organization/queries/branch";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("page.editContact") };
}

export default async function BranchContactPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [branch, t] = await Promise.all([onPage(getBranch(actor, id, actor.today)), getTranslations("organization")]);
  if (!branch.can.editContact || !branch.contact) forbidden();
  return (
    <>
      <PageHeader
        title={t("forms.contactTitle", { branch: branch.name })}
        back={{ href: `/branches/${id}`, label: branch.name }}
      />
      <BranchContactForm
        branchId={id}
        version={branch.contact.version}
        phone={branch.contact.phone ?? ""}
        meetingPlace={branch.contact.meetingPlace ?? ""}
      />
    </>
  );
}
