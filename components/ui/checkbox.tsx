"use client";

import type { ReactNode } from "react";
import { describedBy, FieldErrors, FieldHint } from "@/components/ui/field";
import { useControl } from "@/components/ui/form-state";

type CheckboxProps = { name: string; label: ReactNode; hint?: ReactNode; value?: string; defaultChecked?: boolean };

/** One tick; its whole line can be pressed. */
export function Checkbox({ name, label, hint, value = "yes", defaultChecked }: CheckboxProps) {
  const { id, messages, sent, typed } = useControl(name);
  return (
    <div className="field">
      <FieldErrors id={id} messages={messages} />
      <label className="choice" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={sent ? typed.includes(value) : defaultChecked}
          aria-invalid={messages.length > 0 || undefined}
          aria-describedby={describedBy(id, hint, messages)}
        />
        <span>{label}</span>
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
    </div>
  );
}
