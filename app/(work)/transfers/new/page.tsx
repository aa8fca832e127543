import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { ProposeTransferForm } from "@/components/transfers/propose-forms";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { reachesBranch } from "@/lib/core/policy-table";
import { getMember } from "@/lib/features/members/queries/get-member";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("new.title") };
}

export default async function NewTransferPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const id = idIn(textIn(await searchParams, "member"));
  const [member, branches, t] = await Promise.all([
    onPage(getMember(actor, id)),
    onPage(listBranchChoices(actor, actor.today)),
    getTranslations("transfers"),
  ]);
  const { branch, fullName } = member;
  const mayPropose = reachesBranch(actor, "transfer", "create", branch?.id ?? null);
  if (!mayPropose || actor.memberId === id) forbidden();
  return (
    <>
      <PageHeader
        title={t("new.titleOf", { name: fullName })}
        lead={branch ? t("new.lead", { branch: branch.name }) : t("new.leadBack")}
        back={{ href: `/members/${id}`, label: t("page.member") }}
      />
      <ProposeTransferForm
        memberId={id}
        isReturn={branch === null}
        branches={branches
          .filter((one) => one.id !== branch?.id)
          .map(({ id: value, name: label }) => ({ value, label }))}
      />
    </>
  );
}
