"use client";

import { useTranslations } from "next-intl";
import { type ControlProps, TextInput } from "@/components/ui/text-input";

type DateInputProps = ControlProps & { autoComplete?: string };

/** A whole day, typed as dd/MM/yyyy; the server reads `3/2/1995` and `03021995` as well. */
export function DateInput(props: DateInputProps) {
  const t = useTranslations("common.form");
  return <TextInput hint={t("dateHint")} {...props} width="short" inputMode="numeric" maxLength={12} />;
}
