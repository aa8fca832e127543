import { controlId } from "@/components/ui/form-state";

/** Puts a stored value into the control of that name, whatever kind of control it is. */
export function takeStoredValue(formId: string, name: string, stored: string | string[]): void {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return;
  const values = Array.isArray(stored) ? stored : [stored];

  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.name === name && isChoice(control)) {
      control.checked = values.includes(control.value);
    }
  }
  const single = document.getElementById(controlId(formId, name));
  if (single instanceof HTMLInputElement && isChoice(single)) return;
  if (isTyped(single)) single.value = values[0] ?? "";
}

function isChoice(control: HTMLInputElement): boolean {
  return control.type === "radio" || control.type === "checkbox";
}

function isTyped(element: HTMLElement | null): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}
