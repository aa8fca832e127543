"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BottomBar } from "@/components/shared/bottom-bar";
import type { MenuEntry } from "@/components/shared/menu-entry";
import { MenuList } from "@/components/shared/menu-list";
import { LanguageControl, TextSizeControl, ThemeControl } from "@/components/shared/preference-controls";
import { SessionWatch } from "@/components/shared/session-watch";
import { ShellHeader, SkipLink } from "@/components/shared/shell-header";
import { ShortcutKeys } from "@/components/shared/shortcut-keys";
import { SignOutForm, UserMenu } from "@/components/shared/user-menu";
import { ButtonLink } from "@/components/ui/button";
import { PrintHeader } from "@/components/ui/print-header";

type AppShellProps = {
  /** The Party organisation whose register this is; null before it has a name. */
  bodyName: string | null;
  userName: string;
  menu: readonly MenuEntry[];
  /** Says that all people and figures are invented. */
  sampleData: boolean;
  /** What everybody has to know before anything else, as a band under the head. */
  band?: ReactNode;
  /** When the page was made, for its printed head. */
  openedAt: string;
  children: ReactNode;
};

/**
 * The frame of every page behind the sign-in: head, menu, content; a bottom bar instead of the menu on phones.
 * A client component, so that a page carries its few facts and not every element of it a second time.
 */
export function AppShell({ bodyName, userName, menu, sampleData, band, openedAt, children }: AppShellProps) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  return (
    <>
      <SkipLink />
      <ShellHeader bodyName={bodyName ?? common("productName")}>
        <div className="preferences">
          <TextSizeControl />
          <LanguageControl />
        </div>
        <UserMenu userName={userName} />
      </ShellHeader>
      {sampleData && (
        <aside className="sample-banner" aria-label={t("sampleLabel")}>
          {t("sample")}
        </aside>
      )}
      {band}
      <div className="app-body">
        <nav className="side-menu" aria-label={t("menu")}>
          <MenuList entries={menu} />
        </nav>
        <main id="main" tabIndex={-1} className="app-main">
          <PrintHeader bodyName={bodyName ?? ""} printedAt={openedAt} printedBy={userName} />
          {children}
        </main>
      </div>
      <SessionWatch />
      <ShortcutKeys />
      <BottomBar entries={menu}>
        <div className="preferences">
          <TextSizeControl />
          <LanguageControl />
          <ThemeControl />
        </div>
        <p className="font-semibold">{t("comrade", { name: userName })}</p>
        <ButtonLink href="/account">{t("account")}</ButtonLink>
        <ButtonLink href="/keys">{t("keys")}</ButtonLink>
        <SignOutForm />
      </BottomBar>
    </>
  );
}
