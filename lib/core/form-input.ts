import type { FormValues, Problem } from "@/lib/core/action-state";

/** The control in which the password is given again; a form has it only where an action asked for it. */
export const PASSWORD_AGAIN = "passwordAgain";

/** The control in which the reason for a late entry is given; a form has it only where a closed period asked for it. */
export const CORRECTION_REASON = "correctionReason";

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
  const { formKey: _formKey, [PASSWORD_AGAIN]: _password, [CORRECTION_REASON]: _reason, ...input } = entries;
  return input;
}

/** The typed values as they may go back to the browser: no password travels twice. */
export function withoutPasswords(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}

/** A problem and the control it belongs to; an empty name stands for the form as a whole. */
export type FieldProblem = { field: string; problem: Problem };

/* What one control may hold at most, whatever its own schema allows. */
const LONGEST_TEXT = 10_000;
const MOST_ENTRIES = 500;

/** The first control that holds more than any form may send, or null. */
export function excessIn(values: FormValues): FieldProblem | null {
  for (const [field, value] of Object.entries(values)) {
    const entries = Array.isArray(value) ? value : [value];
    if (entries.length > MOST_ENTRIES) {
      return { field: "", problem: { key: "refusals.tooMany", params: { max: MOST_ENTRIES } } };
    }
    if (entries.some((entry) => entry.length > LONGEST_TEXT)) {
      return { field, problem: { key: "refusals.tooLong", params: { max: LONGEST_TEXT } } };
    }
  }
  return null;
}
