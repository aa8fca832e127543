"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { TextArea } from "@/components/ui/text-area";
import type { ActionState } from "@/lib/core/action-state";
import { CORRECTION_REASON } from "@/lib/core/form-input";

type CorrectionReasonProps = { formId: string; state: ActionState; asked?: string };

/** Asks why a closed period is to be corrected, inside the form that would do it; everything else stays as it was typed. */
export function CorrectionReason({ formId, state, asked }: CorrectionReasonProps) {
  const t = useTranslations("common.form.correction");
  const box = useRef<HTMLElement>(null);
  const wanted = state.status === "invalid" ? state.fieldErrors[CORRECTION_REASON] : undefined;
  const isGiven = "values" in state && CORRECTION_REASON in state.values;

  useEffect(() => {
    if (wanted) box.current?.querySelector("textarea")?.focus();
  }, [wanted]);

  if (!wanted && !isGiven && asked === undefined) return null;
  const sentence = wanted?.find(({ key }) => key === "refusals.closedPeriod")?.text ?? asked ?? t("explain");
  return (
    <section ref={box} className="notice notice-info" aria-labelledby={`${formId}-correction`}>
      <div className="min-w-0 grow">
        <h2 id={`${formId}-correction`} className="text-h3">
          {t("title")}
        </h2>
        <p className="mt-2 mb-4">{sentence}</p>
        <TextArea name={CORRECTION_REASON} label={t("label")} hint={t("hint")} rows={2} maxLength={500} />
      </div>
    </section>
  );
}
