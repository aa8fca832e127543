import type { FormValues } from "@/lib/core/action-state";

/** What arrived in a form, by control; several entries of one name are a list, a file is still a file. */
export type FormEntries = Record<string, FormDataEntryValue | FormDataEntryValue[]>;

const ownedByFramework = /^\$ACTION_|^\$RSC/;

/** The entries of a form, by control. Whatever else was sent in its place is an empty form. */
export function formEntries(sent: unknown): FormEntries {
  const entries: FormEntries = {};
  if (!(sent instanceof FormData)) return entries;
  for (const [name, entry] of sent) {
    if (ownedByFramework.test(name) || name === "__proto__") continue;
    const earlier = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (earlier === undefined) entries[name] = entry;
    else entries[name] = [...(Array.isArray(earlier) ? earlier : [earlier]), entry];
  }
  return entries;
}

/** The entries as they were typed, to go back into the form; of a file its name. */
export function typedValues(entries: FormEntries): FormValues {
  const typed = (entry: FormDataEntryValue) => (typeof entry === "string" ? entry : entry.name);
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, Array.isArray(entry) ? entry.map(typed) : typed(entry)]),
  );
}

/** The entries without what belongs to the sending itself: what a strict schema parses. A file fits no field of text. */
export function schemaInput(entries: FormEntries): FormEntries {
  const { formKey: _formKey, ...input } = entries;
  return input;
}

/** The typed values as they may go back to the browser: no password travels twice. */
export function withoutPasswords(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}
