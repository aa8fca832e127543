import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RedeemForm } from "@/components/accounts/redeem-form";
import { PageHeader } from "@/components/shared/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.redeem"))("title") };
}

export default async function RedeemPage() {
  const t = await getTranslations("signIn.redeem");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} back={{ href: "/sign-in", label: t("back") }} />
      <RedeemForm />
    </>
  );
}
