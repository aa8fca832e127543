import { day, typedForm } from "@/lib/core/day";
import { isPartialDay, precisionOf } from "@/lib/core/day/partial-day";

type Stored = Record<string, string | number | boolean | null>;

/** Stored values as the form's controls show them: days as dd/MM/yyyy, months as MM/yyyy, nothing as empty text. */
export function typedValues(values: Stored): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typedValue(name, value)]));
}

function typedValue(name: string, value: Stored[string]): string {
  const text = String(value ?? "");
  if (!name.endsWith("On") || !isPartialDay(text)) return text;
  const precision = precisionOf(text);
  if (precision === "DAY") return typedForm(day(text));
  return precision === "MONTH" ? `${text.slice(5)}/${text.slice(0, 4)}` : text;
}
