import { type Choice, ChoiceGroup } from "@/components/ui/choice-group";
import type { ControlProps } from "@/components/ui/text-input";

/** One of a few. */
export function RadioGroup({ choices, defaultValue, ...field }: ControlProps & { choices: readonly Choice[] }) {
  return (
    <ChoiceGroup {...field} type="radio" choices={choices} chosen={defaultValue === undefined ? [] : [defaultValue]} />
  );
}
