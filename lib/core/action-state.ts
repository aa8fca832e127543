/** A sentence of the catalogues: its key and the values it is filled with. */
export type Problem = { key: string; params?: Record<string, string | number> };

/** A problem as the form shows it: the key for tests and logs, the text in the language of the person. */
export type ActionMessage = Problem & { text: string };

/** What was typed, by the name of the control; several values for checkboxes of one name. */
export type FormValues = Record<string, string | string[]>;

/**
 * What a server action answers to a form. Every state but `done` carries the typed values, so that nothing typed is
 * lost, with JavaScript or without.
 *
 * - `invalid`: the input did not pass the schema; messages by the name of the control, and for the form as a whole.
 * - `refused`: a rule or a right stands in the way.
 * - `conflict`: somebody else saved first; `current` is the stored record under the same names as the controls, and
 *   `version` is what the next attempt must name.
 * - `done`: written; `message` is shown above the form when the person stays on the page.
 */
export type ActionState =
  | { status: "idle" }
  | {
      status: "invalid";
      values: FormValues;
      fieldErrors: Record<string, ActionMessage[]>;
      formErrors: ActionMessage[];
    }
  | { status: "refused"; values: FormValues; reason: ActionMessage }
  | { status: "conflict"; values: FormValues; reason: ActionMessage; current: FormValues; version: string }
  | { status: "done"; message?: ActionMessage; id?: string };

/** The state of a form that has not been sent yet. */
export const idleState: ActionState = { status: "idle" };

/** A server action as `useActionState` calls it. */
export type FormAction = (state: ActionState, formData: FormData) => Promise<ActionState>;
