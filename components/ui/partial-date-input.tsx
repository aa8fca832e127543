"use client";

import { useTranslations } from "next-intl";
import { type ControlProps, TextInput } from "@/components/ui/text-input";

/** A day, a month (`5/1998`) or a year (`1968`), for records whose papers say no more. */
export function PartialDateInput(props: ControlProps) {
  const t = useTranslations("common.form");
  return <TextInput hint={t("partialDateHint")} {...props} width="short" inputMode="numeric" maxLength={12} />;
}
