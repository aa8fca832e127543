"use client";

import { useTranslations } from "next-intl";
import { ThemeControl } from "@/components/shared/preference-controls";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Whose session this is, their colours, and the way out. */
export function UserMenu({ userName }: { userName: string }) {
  const t = useTranslations("shell");
  return (
    <details className="user-menu">
      <summary>
        {t("comrade", { name: userName })}
        <Icon name="open" />
      </summary>
      <div className="user-menu-panel">
        <ButtonLink href="/account">{t("account")}</ButtonLink>
        <ButtonLink href="/keys">{t("keys")}</ButtonLink>
        <div className="preferences">
          <span>{t("theme")}</span>
          <ThemeControl />
        </div>
        <SignOutForm />
      </div>
    </details>
  );
}

/** Ends the session. */
export function SignOutForm() {
  const t = useTranslations("shell");
  return (
    <form method="post" action="/sign-out">
      <Button type="submit">{t("signOut")}</Button>
    </form>
  );
}
