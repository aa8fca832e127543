"use client";

import type { HTMLInputAutoCompleteAttribute, InputHTMLAttributes, ReactNode } from "react";
import { describedBy, Field } from "@/components/ui/field";
import { useControl } from "@/components/ui/form-state";

export type ControlProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  defaultValue?: string;
};

export type TextInputProps = ControlProps & {
  type?: "text" | "search" | "tel" | "email" | "password";
  width?: "short" | "medium" | "full";
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  spellCheck?: boolean;
  autoCapitalize?: string;
};

/** A text field that keeps what was typed; uncontrolled, so input methods are not disturbed. */
export function TextInput({ name, label, hint, optional, defaultValue, width = "full", ...input }: TextInputProps) {
  const { id, messages, typed, filtering } = useControl(name);
  const secret = input.type === "password";
  return (
    <Field id={id} label={label} hint={hint} optional={optional && !filtering} messages={messages}>
      <input
        {...input}
        id={id}
        name={name}
        className={`control control-${width}`}
        defaultValue={secret ? undefined : (typed[0] ?? defaultValue)}
        required={!optional && !filtering}
        aria-invalid={messages.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, messages)}
      />
    </Field>
  );
}
