"use client";

import { describedBy, Field } from "@/components/ui/field";
import { useControl } from "@/components/ui/form-state";
import type { ControlProps } from "@/components/ui/text-input";

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  defaultValue,
  rows = 4,
  maxLength,
}: ControlProps & { rows?: number; maxLength?: number }) {
  const { id, messages, typed, filtering } = useControl(name);
  return (
    <Field id={id} label={label} hint={hint} optional={optional && !filtering} messages={messages}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        className="control"
        defaultValue={typed[0] ?? defaultValue}
        required={!optional && !filtering}
        aria-invalid={messages.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, messages)}
      />
    </Field>
  );
}
