"use client";

import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { MenuEntry } from "@/components/shared/menu-icons";
import { MenuLink, MenuList } from "@/components/shared/menu-list";

type BottomBarProps = {
  label: string;
  moreLabel: string;
  entries: readonly MenuEntry[];
  /** What stands under the rest of the menu: display settings, the way out. */
  children: ReactNode;
};

/** The phone's menu: four words, and the rest behind a fifth, which closes when another page opens. */
export function BottomBar({ label, moreLabel, entries, children }: BottomBarProps) {
  const path = usePathname();
  const shown = entries.filter((entry) => entry.phoneLabel !== undefined).slice(0, 4);
  return (
    <nav className="bottom-bar" aria-label={label}>
      {shown.map((entry) => (
        <MenuLink key={entry.href} entry={entry} path={path} label={entry.phoneLabel ?? entry.label} />
      ))}
      <details key={path}>
        <summary>
          <Ellipsis aria-hidden="true" />
          {moreLabel}
        </summary>
        <div className="more-panel">
          <MenuList entries={entries.filter((entry) => !shown.includes(entry))} />
          {children}
        </div>
      </details>
    </nav>
  );
}
