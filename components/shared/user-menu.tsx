import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ThemeControl } from "@/components/shared/preference-controls";
import type { Theme } from "@/lib/core/i18n/preferences";

type UserMenuProps = { userName: string; theme: Theme; links?: ReactNode; signOut: ReactNode };

/** Whose session this is, their colours, and the way out. */
export function UserMenu({ userName, theme, links, signOut }: UserMenuProps) {
  const t = useTranslations("shell");
  return (
    <details className="user-menu">
      <summary>
        {t("comrade", { name: userName })}
        <ChevronDown aria-hidden="true" />
      </summary>
      <div className="user-menu-panel">
        {links}
        <div className="preferences">
          <span>{t("theme")}</span>
          <ThemeControl theme={theme} />
        </div>
        {signOut}
      </div>
    </details>
  );
}
