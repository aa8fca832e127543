import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RegisterScreen } from "@/components/documents/register-screen";
import { PageHeader } from "@/components/shared/page-header";
import { dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { reachesBranch, reachesRegister } from "@/lib/core/policy-table";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("registerPage.title") };
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const [all, t] = await Promise.all([onPage(listBranchChoices(actor, on)), getTranslations("documents.registerPage")]);
  const branches = all.filter(({ id }) => reachesBranch(actor, "member", "export", id));
  const hasWhole = reachesRegister(actor, "member", "export");
  if (!hasWhole && branches.length === 0) forbidden();
  const asked = branches.find(({ id }) => id === textIn(query, "branch"));
  const chosen = asked ?? (hasWhole ? null : (branches[0] ?? null));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("title")} lead={t("lead")} back={{ href: "/members", label: t("back") }} />
      <RegisterScreen
        branches={branches.map(({ id, name }) => ({ value: id, label: name }))}
        hasWhole={hasWhole}
        chosen={chosen}
        on={on}
        unreadable={unreadable}
        mayOrder={reachesRegister(actor, "memberSensitive", "export")}
      />
    </div>
  );
}
