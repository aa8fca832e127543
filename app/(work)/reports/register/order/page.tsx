import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OrderRegister } from "@/components/documents/order-forms";
import { PageHeader } from "@/components/shared/page-header";
import { addressOf, dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { reachesRegister } from "@/lib/core/policy-table";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("order.registerTitle") };
}

export default async function OrderRegisterPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  if (!reachesRegister(actor, "memberSensitive", "export")) forbidden();
  const query = await searchParams;
  const { day: on } = dayIn(query, "on", actor.today);
  const [branches, t, { locale }] = await Promise.all([
    onPage(listBranchChoices(actor, on)),
    getTranslations("documents"),
    readPreferences(),
  ]);
  const branch = branches.find(({ id }) => id === textIn(query, "branch")) ?? null;
  const back = addressOf("/reports/register", { branch: branch?.id, on });
  const of = { name: branch?.name ?? t("registerPage.whole"), on: formatIn(locale).day(on) };
  return (
    <>
      <PageHeader
        title={t("order.registerTitle")}
        lead={t("order.registerLead", of)}
        back={{ href: back, label: t("order.backToRegister") }}
      />
      <OrderRegister branchId={branch?.id ?? null} on={on} backHref={back} />
    </>
  );
}
