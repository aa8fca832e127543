"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MenuEntry } from "@/components/shared/menu-entry";
import { MenuLink, MenuList } from "@/components/shared/menu-list";
import { Icon } from "@/components/ui/icon";

type BottomBarProps = {
  entries: readonly MenuEntry[];
  /** What stands under the rest of the menu: display settings, the way out. */
  children: ReactNode;
};

/** The phone's menu: four words, and the rest behind a fifth, which closes when another page opens. */
export function BottomBar({ entries, children }: BottomBarProps) {
  const t = useTranslations("shell");
  const path = usePathname();
  const shown = entries.filter((entry) => entry.inPhoneBar);
  return (
    <nav className="bottom-bar" aria-label={t("menu")}>
      {shown.map((entry) => (
        <MenuLink key={entry.href} entry={entry} path={path} label={t(`placesShort.${entry.icon}`)} />
      ))}
      <details key={path}>
        <summary>
          <Icon name="more" />
          {t("more")}
        </summary>
        <div className="more-panel">
          <MenuList entries={entries.filter((entry) => !shown.includes(entry))} />
          {children}
        </div>
      </details>
    </nav>
  );
}
