import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SessionOver, SignInAdvice } from "@/components/accounts/sign-in-notices";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { pageAfterSignIn } from "@/lib/core/auth/doorstep";
import { findActor } from "@/lib/core/auth/require-actor";
import { SESSION_COOKIE, sessionTokenIn } from "@/lib/core/auth/session-cookie";
import { endOfSession } from "@/lib/core/auth/sessions";
import { findFrontName } from "@/lib/features/accounts/queries/front-door";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const returnTo = pageAfterSignIn(textIn(query, "returnTo"));
  if (await findActor()) redirect(returnTo);

  const token = await sessionTokenIn((await cookies()).get(SESSION_COOKIE)?.value);
  const [t, front, ended] = await Promise.all([
    getTranslations("signIn"),
    findFrontName(),
    token ? endOfSession(token) : null,
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} lead={t("lead")} />
      <SessionOver signedOut={textIn(query, "signedOut") === "yes"} ended={ended} />
      <SignInForm returnTo={returnTo} />
      <SignInAdvice isSample={front.isSample} />
    </div>
  );
}
