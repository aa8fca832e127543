import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shared/public-shell";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { findFrontName } from "@/lib/features/accounts/queries/front-door";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [front, preferences, common] = await Promise.all([
    findFrontName(),
    readPreferences(),
    getTranslations("common"),
  ]);
  return (
    <PublicShell bodyName={front.name ?? common("productName")} preferences={preferences}>
      {children}
    </PublicShell>
  );
}
