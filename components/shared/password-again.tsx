"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { PasswordInput } from "@/components/ui/password-input";
import type { ActionState } from "@/lib/core/action-state";
import { PASSWORD_AGAIN } from "@/lib/core/form-input";

/** Asks for the password once more, inside the form that needs it; everything else stays as it was typed. */
export function PasswordAgain({ formId, state }: { formId: string; state: ActionState }) {
  const t = useTranslations("common.form.passwordAgain");
  const box = useRef<HTMLElement>(null);

  useEffect(() => {
    if (state.status === "invalid") box.current?.querySelector("input")?.focus();
  }, [state]);

  return (
    <section ref={box} className="notice notice-info" aria-labelledby={`${formId}-password-again`}>
      <div className="min-w-0 grow">
        <h2 id={`${formId}-password-again`} className="text-h3">
          {t("title")}
        </h2>
        <p className="mt-2 mb-4">{t("explain")}</p>
        <PasswordInput name={PASSWORD_AGAIN} label={t("label")} autoComplete="current-password" show={t("show")} />
      </div>
    </section>
  );
}
