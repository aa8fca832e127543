"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormPending } from "@/components/shared/form-pending";
import { Button, type ButtonTone } from "@/components/ui/button";

type SubmitButtonProps = { tone?: ButtonTone; name?: string; value?: string; children: ReactNode };

/** Sends the form around it; stays enabled while sending, and says that it is sending. */
export function SubmitButton({ tone = "primary", name, value, children }: SubmitButtonProps) {
  const t = useTranslations("common.form");
  const pending = useFormPending();
  return (
    <>
      <Button type="submit" tone={tone} name={name} value={value} aria-busy={pending || undefined}>
        {children}
      </Button>
      <span role="status" className="text-ink-2">
        {pending && `${t("sending")}…`}
      </span>
    </>
  );
}
