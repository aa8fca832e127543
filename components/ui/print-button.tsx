"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Opens the browser's own printing of the page. */
export function PrintButton() {
  const t = useTranslations("common.print");
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden="true" />
      {t("button")}
    </Button>
  );
}
