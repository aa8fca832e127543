"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { MenuEntry } from "@/components/shared/menu-entry";
import { Icon } from "@/components/ui/icon";

/** The menu as a list of links; the one whose page, or a page below it, is open says so. */
export function MenuList({ entries }: { entries: readonly MenuEntry[] }) {
  const t = useTranslations("shell.places");
  const path = usePathname();
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.href}>
          <MenuLink entry={entry} path={path} label={t(entry.icon)} />
        </li>
      ))}
    </ul>
  );
}

/** One link of the menu, under a long or a short word. */
export function MenuLink({ entry, path, label }: { entry: MenuEntry; path: string; label: string }) {
  return (
    <Link href={entry.href} prefetch={false} aria-current={currentAt(path, entry.href)}>
      <Icon name={entry.icon} />
      <span>{label}</span>
    </Link>
  );
}

function currentAt(path: string, href: string): "page" | "true" | undefined {
  const target = href.split("?")[0] ?? href;
  if (path === target) return "page";
  return path.startsWith(`${target}/`) ? "true" : undefined;
}
