"use client";

import type { ReactNode } from "react";
import { describedBy, FieldErrors, FieldHint, OptionalMark } from "@/components/ui/field";
import { useControl } from "@/components/ui/form-state";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type ChoiceGroupProps = {
  type: "radio" | "checkbox";
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** What tells this group from others of the same name in the form. */
  of?: string;
};

/** Choices of one name under a legend; the first one carries the id that an error points at. */
export function ChoiceGroup({ type, name, label, hint, optional, choices, chosen, of }: ChoiceGroupProps) {
  const { id: nameId, messages, sent, typed, filtering } = useControl(name);
  const id = of === undefined ? nameId : `${nameId}-${of}`;
  const marked = sent ? typed : chosen;
  return (
    <fieldset aria-describedby={describedBy(id, hint, messages)}>
      <legend className="field-legend">
        {label}
        {optional && !filtering && <OptionalMark />}
      </legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldErrors id={id} messages={messages} />
      {choices.map((choice, place) => (
        <label key={choice.value} className="choice">
          <input
            id={place === 0 ? id : `${id}-${choice.value}`}
            type={type}
            name={name}
            value={choice.value}
            defaultChecked={marked.includes(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="field-hint block">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
