"use client";

import { useControl } from "@/components/ui/form-state";

type MeaningSelectProps = {
  place: number;
  label: string;
  none: string;
  chosen: string;
  options: readonly { value: string; label: string }[];
};

/** What one column of the file means; the columns' choices are sent as one list, in their order. */
export function MeaningSelect({ place, label, none, chosen, options }: MeaningSelectProps) {
  const { id, typed } = useControl("meaning");
  const value = typed[place] ?? chosen;
  return (
    <select
      key={value}
      id={place === 0 ? id : `${id}-${place}`}
      name="meaning"
      aria-label={label}
      className="control control-full"
      defaultValue={value}
    >
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
