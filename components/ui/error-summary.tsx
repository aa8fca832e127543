"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef, useSyncExternalStore } from "react";
import { controlId } from "@/components/ui/form-state";
import type { ActionMessage } from "@/lib/core/action-state";

/** One line of the summary; without a field it belongs to the form as a whole. */
export type SummaryLine = { field?: string; message: ActionMessage };

type ErrorSummaryProps = { formId: string; title?: string; lines: readonly SummaryLine[] };

const unchanging = () => () => undefined;

/* Labels stand on the page already; only words that would suit any field need theirs. */
function useLabels(formId: string, lines: readonly SummaryLine[]): Record<string, string> {
  const fields = lines.flatMap(({ field, message }) => (field && message.key.startsWith("refusals.") ? [field] : []));
  const read = () => fields.map((field) => labelOf(controlId(formId, field))).join("\n");
  const labels = useSyncExternalStore(unchanging, read, () => "").split("\n");
  return Object.fromEntries(fields.map((field, place) => [field, labels[place] ?? ""]));
}

/**
 * Every problem of a form on top of it: takes the focus, and each line leads to its field with the field's own words. Words
 * that would suit any field get the field's label before them.
 */
export function ErrorSummary({ formId, title, lines }: ErrorSummaryProps) {
  const t = useTranslations("common.form");
  const box = useRef<HTMLDivElement>(null);
  const prefix = t("errorPrefix");
  const labels = useLabels(formId, lines);

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
                {labels[field] && `${labels[field]}: `}
                {message.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/* The words of the label alone, without the mark that says whether it must be filled. */
function labelOf(id: string): string {
  const control = document.getElementById(id);
  const label = document.querySelector(`label[for="${id}"]`) ?? control?.closest("fieldset")?.querySelector("legend");
  return label?.firstChild?.textContent?.trim() ?? "";
}

function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(event.currentTarget.hash.slice(1));
  if (control === null) return;
  event.preventDefault();
  control.focus({ preventScroll: true });
  (control.closest(".field, fieldset") ?? control).scrollIntoView({ block: "start" });
}
