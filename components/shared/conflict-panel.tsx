"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { takeStoredValue } from "@/components/shared/take-stored-value";
import { Button } from "@/components/ui/button";
import type { Option } from "@/components/ui/select";
import type { ActionState, FormValues } from "@/lib/core/action-state";

/** A field that a conflict shows: its label, and its options where the value is a code. */
export type ComparedField = { name: string; label: string; options?: readonly Option[] };

type ConflictPanelProps = {
  formId: string;
  state: Extract<ActionState, { status: "conflict" }>;
  fields: readonly ComparedField[];
  reloadHref?: string;
};

/** Both values of every field that differs; the form below keeps the person's own until another is taken. */
export function ConflictPanel({ formId, state, fields, reloadHref }: ConflictPanelProps) {
  const t = useTranslations("common.conflict");
  const [taken, setTaken] = useState("");
  const box = useRef<HTMLElement>(null);
  const differing = fields.filter(({ name }) => joined(state.values, name) !== joined(state.current, name));

  useEffect(() => {
    if (state.status === "conflict") box.current?.focus();
  }, [state]);

  function take(field: ComparedField) {
    takeStoredValue(formId, field.name, state.current[field.name] ?? "");
    setTaken(t("taken", { field: field.label }));
  }

  return (
    <section ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby={`${formId}-conflict`}>
      <h2 id={`${formId}-conflict`} className="text-h3">
        {t("title")}
      </h2>
      <p className="mt-2 text-ink">{state.reason.text}</p>
      <p className="mt-2 text-ink">{differing.length === 0 ? t("same") : t("explain")}</p>
      {differing.length > 0 && (
        <table className="table as-cards mt-3">
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("mine")}</th>
              <th scope="col">{t("theirs")}</th>
              <th scope="col">{t("take")}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                <td data-h={t("mine")}>{words(state.values, field) || t("blank")}</td>
                <td data-h={t("theirs")}>{words(state.current, field) || t("blank")}</td>
                <td>
                  <Button onClick={() => take(field)} aria-label={t("takeFor", { field: field.label })}>
                    {t("take")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="status" className="mt-2 text-ink">
        {taken}
      </p>
      {reloadHref && <a href={reloadHref}>{t("reload")}</a>}
    </section>
  );
}

function joined(values: FormValues, name: string): string {
  const value = values[name] ?? "";
  return Array.isArray(value) ? [...value].sort().join("\n") : value;
}

function words(values: FormValues, { name, options }: ComparedField): string {
  const value = values[name] ?? "";
  const codes = Array.isArray(value) ? value : [value];
  return codes.map((code) => options?.find((option) => option.value === code)?.label ?? code).join(", ");
}
