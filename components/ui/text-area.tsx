"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { describedBy, Field } from "@/components/ui/field";
import { useControl } from "@/components/ui/form-state";
import type { ControlProps } from "@/components/ui/text-input";

type TextAreaProps = ControlProps & {
  rows?: number;
  maxLength?: number;
  /** How long the text may be, told while it is typed; nothing is cut off, so that nothing is lost. */
  most?: number;
};

/** Several lines of text. */
export function TextArea({ name, label, hint, optional, defaultValue, rows = 4, maxLength, most }: TextAreaProps) {
  const t = useTranslations("common.form");
  const { id, messages, typed, filtering } = useControl(name);
  const start = typed[0] ?? defaultValue;
  const [count, setCount] = useState([...(start ?? "")].length);
  return (
    <Field id={id} label={label} hint={hint} optional={optional && !filtering} messages={messages}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        className="control"
        defaultValue={start}
        required={!optional && !filtering}
        aria-invalid={messages.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, messages)}
        onInput={most ? (event) => setCount([...event.currentTarget.value].length) : undefined}
      />
      {most && <output htmlFor={id}>{t("counted", { count, most })}</output>}
    </Field>
  );
}
