"use client";

import { useTranslations } from "next-intl";
import { describedBy, Field } from "@/components/ui/field";
import { useControl } from "@/components/ui/form-state";
import type { ControlProps } from "@/components/ui/text-input";

export type Option = { value: string; label: string };

type SelectProps = ControlProps & {
  options: readonly Option[];
  placeholder?: string;
  width?: "short" | "medium" | "full";
};

/** The browser's own drop-down; starts with an empty choice unless a value is given. */
export function Select({
  name,
  label,
  hint,
  optional,
  defaultValue,
  options,
  placeholder,
  width = "medium",
}: SelectProps) {
  const t = useTranslations("common.form");
  const { id, messages, typed, filtering } = useControl(name);
  const chosen = typed[0] ?? defaultValue ?? "";
  return (
    <Field id={id} label={label} hint={hint} optional={optional && !filtering} messages={messages}>
      <select
        // A new default alone would not reach a select that is already on the page.
        key={chosen}
        id={id}
        name={name}
        className={`control control-${width}`}
        defaultValue={chosen}
        required={!optional && !filtering}
        aria-invalid={messages.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, messages)}
      >
        <option value="">{placeholder ?? t("choose")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
