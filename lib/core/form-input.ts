import type { FormValues } from "@/lib/core/action-state";

const ownedByFramework = /^\$ACTION_|^\$RSC/;

/** What was typed, by control. Several entries of one name become a list; a file is kept by its name only. */
export function formValues(formData: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, entry] of formData) {
    if (ownedByFramework.test(name) || name === "__proto__") continue;
    const text = typeof entry === "string" ? entry : entry.name;
    const earlier = values[name];
    if (earlier === undefined) values[name] = text;
    else values[name] = [...(Array.isArray(earlier) ? earlier : [earlier]), text];
  }
  return values;
}

/** The typed values without what belongs to the sending itself: what a strict schema parses. */
export function schemaInput(values: FormValues): FormValues {
  const { formKey: _formKey, ...input } = values;
  return input;
}

/** The typed values as they may go back to the browser: no password travels twice. */
export function withoutPasswords(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}
