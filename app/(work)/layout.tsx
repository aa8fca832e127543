import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shared/app-shell";
import { workMenu } from "@/components/shared/work-menu";
import { Button, ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/core/auth/require-actor";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [register, preferences, t, common, own] = await Promise.all([
    onPage(getRegister(actor)),
    readPreferences(),
    getTranslations("shell"),
    getTranslations("common"),
    getTranslations("accounts.own"),
  ]);
  const menu = workMenu(actor, {
    label: (place) => t(`places.${place}`),
    phoneLabel: (place) => t(`placesShort.${place}`),
  });
  return (
    <AppShell
      bodyName={register.name ?? common("productName")}
      homeHref="/"
      userName={actor.displayName}
      menu={menu}
      preferences={preferences}
      sampleData={register.isSample}
      userLinks={<ButtonLink href="/account">{own("link")}</ButtonLink>}
      signOut={
        <form method="post" action="/sign-out">
          <Button type="submit">{t("signOut")}</Button>
        </form>
      }
    >
      {children}
    </AppShell>
  );
}
