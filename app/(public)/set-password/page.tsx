import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { PageHeader } from "@/components/shared/page-header";
import { findActor, signInPath } from "@/lib/core/auth/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.newPassword"))("title") };
}

export default async function SetPasswordPage() {
  const actor = await findActor();
  if (!actor) redirect(await signInPath());
  if (!actor.mustChangePassword) redirect("/account");
  const t = await getTranslations("signIn.newPassword");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ChangePasswordForm />
    </>
  );
}
