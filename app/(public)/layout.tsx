import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shared/public-shell";
import { findFrontName } from "@/lib/features/accounts/queries/front-door";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [front, common] = await Promise.all([findFrontName(), getTranslations("common")]);
  return <PublicShell bodyName={front.name ?? common("productName")}>{children}</PublicShell>;
}
