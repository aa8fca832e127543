import { type Choice, ChoiceGroup } from "@/components/ui/choice-group";
import type { ControlProps } from "@/components/ui/text-input";

type CheckboxGroupProps = Omit<ControlProps, "defaultValue"> & {
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  of?: string;
};

/** Any number of a few; all have the same name. */
export function CheckboxGroup({ choices, defaultValues = [], ...field }: CheckboxGroupProps) {
  return <ChoiceGroup {...field} type="checkbox" choices={choices} chosen={defaultValues} />;
}
