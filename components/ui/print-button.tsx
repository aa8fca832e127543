"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Opens the browser's own printing of the page. */
export function PrintButton() {
  const t = useTranslations("common.print");
  return (
    <Button onClick={() => window.print()}>
      <Icon name="print" />
      {t("button")}
    </Button>
  );
}
