import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/accounts/invite-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { reachesRegister } from "@/lib/core/policy-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("invite") };
}

export default async function InvitePage() {
  const actor = await requireActor();
  if (!reachesRegister(actor, "account", "create")) forbidden();
  const [t, { locale }] = await Promise.all([getTranslations("accounts"), readPreferences()]);
  return (
    <>
      <PageHeader title={t("invite")} back={{ href: "/accounts", label: t("page.back") }} />
      <InviteForm today={formatIn(locale).day(actor.today)} />
    </>
  );
}
