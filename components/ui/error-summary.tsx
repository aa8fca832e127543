"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef } from "react";
import { controlId } from "@/components/ui/form-state";
import type { ActionMessage } from "@/lib/core/action-state";

/** One line of the summary; without a field it belongs to the form as a whole. */
export type SummaryLine = { field?: string; message: ActionMessage };

type ErrorSummaryProps = { formId: string; title?: string; lines: readonly SummaryLine[] };

/** Every problem of a form on top of it: takes the focus, and each line leads to its field with the field's own words. */
export function ErrorSummary({ formId, title, lines }: ErrorSummaryProps) {
  const t = useTranslations("common.form");
  const box = useRef<HTMLDivElement>(null);
  const prefix = t("errorPrefix");

  useEffect(() => {
    if (lines.length === 0) return;
    box.current?.focus();
    const title = document.title;
    document.title = `${prefix} ${title}`;
    return () => {
      document.title = title;
    };
  }, [lines, prefix]);

  if (lines.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby={`${formId}-summary`}>
      <h2 id={`${formId}-summary`} className="text-h3">
        {title ?? t("errorTitle", { count: lines.length })}
      </h2>
      <ul>
        {lines.map(({ field, message }) => (
          <li key={`${field}:${message.text}`}>
            {field === undefined ? (
              message.text
            ) : (
              <a href={`#${controlId(formId, field)}`} onClick={focusTarget}>
                {message.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(event.currentTarget.hash.slice(1));
  if (control === null) return;
  event.preventDefault();
  control.focus({ preventScroll: true });
  (control.closest(".field, fieldset") ?? control).scrollIntoView({ block: "start" });
}
