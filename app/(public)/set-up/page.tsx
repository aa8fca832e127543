import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetUpForm } from "@/components/accounts/set-up-form";
import { PageHeader } from "@/components/shared/page-header";
import { findOpenSetUp } from "@/lib/features/accounts/queries/front-door";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.setUp"))("title") };
}

export default async function SetUpPage() {
  if (!(await findOpenSetUp())) notFound();
  const t = await getTranslations("signIn.setUp");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <SetUpForm />
    </>
  );
}
