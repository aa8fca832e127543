import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BottomBar } from "@/components/shared/bottom-bar";
import type { MenuEntry } from "@/components/shared/menu-icons";
import { MenuList } from "@/components/shared/menu-list";
import { LanguageControl, TextSizeControl, ThemeControl } from "@/components/shared/preference-controls";
import { ShellHeader, SkipLink } from "@/components/shared/shell-header";
import { UserMenu } from "@/components/shared/user-menu";
import type { Preferences } from "@/lib/core/i18n/preferences";

type AppShellProps = {
  bodyName: string;
  homeHref: string;
  userName: string;
  menu: readonly MenuEntry[];
  preferences: Preferences;
  /** The form that ends the session. */
  signOut: ReactNode;
  /** Links of the person's own: account, help. */
  userLinks?: ReactNode;
  /** Says that all people and figures are invented. */
  sampleData?: boolean;
  children: ReactNode;
};

/** The frame of every page behind the sign-in: head, menu, content; a bottom bar instead of the menu on phones. */
export function AppShell(props: AppShellProps) {
  const { bodyName, homeHref, userName, menu, preferences, signOut, userLinks, sampleData, children } = props;
  const t = useTranslations("shell");
  return (
    <>
      <SkipLink />
      <ShellHeader bodyName={bodyName} homeHref={homeHref}>
        <div className="preferences">
          <TextSizeControl textSize={preferences.textSize} />
          <LanguageControl locale={preferences.locale} />
        </div>
        <UserMenu userName={userName} theme={preferences.theme} links={userLinks} signOut={signOut} />
      </ShellHeader>
      {sampleData && (
        <aside className="sample-banner" aria-label={t("sampleLabel")}>
          {t("sample")}
        </aside>
      )}
      <div className="app-body">
        <nav className="side-menu" aria-label={t("menu")}>
          <MenuList entries={menu} />
        </nav>
        <main id="main" tabIndex={-1} className="app-main">
          {children}
        </main>
      </div>
      <BottomBar label={t("menu")} moreLabel={t("more")} entries={menu}>
        <div className="preferences">
          <TextSizeControl textSize={preferences.textSize} />
          <LanguageControl locale={preferences.locale} />
          <ThemeControl theme={preferences.theme} />
        </div>
        <p className="font-semibold">{t("comrade", { name: userName })}</p>
        {userLinks}
        {signOut}
      </BottomBar>
    </>
  );
}
