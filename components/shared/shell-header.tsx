"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type ShellHeaderProps = { bodyName: string; children?: ReactNode };

/** The red head of every page, in the name of the body whose register it is; draws no emblem. */
export function ShellHeader({ bodyName, children }: ShellHeaderProps) {
  const t = useTranslations("shell");
  return (
    <header className="app-header on-red">
      <div className="app-header-row">
        <Link href="/" className="body-name grow" prefetch={false}>
          <strong>{bodyName}</strong>
          <small>{t("subtitle")}</small>
        </Link>
        {children}
      </div>
    </header>
  );
}

/** Leads the keyboard past head and menu. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a href="#main" className="skip-link">
      {t("skip")}
    </a>
  );
}
