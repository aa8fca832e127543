import Link from "next/link";
import type { ReactNode } from "react";

export type Tab = { href: string; label: ReactNode; count?: number };

/** Views of one record as links; `current` is the address of the open one. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} prefetch={false} aria-current={tab.href === current ? "page" : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="text-ink-2">({tab.count})</span>}
        </Link>
      ))}
    </nav>
  );
}
