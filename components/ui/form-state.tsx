"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ActionMessage, FormValues } from "@/lib/core/action-state";

type FormScope = {
  id: string;
  values: FormValues | null;
  errors: Record<string, ActionMessage[]>;
  filtering?: boolean;
};

const FormScopeContext = createContext<FormScope>({ id: "f", values: null, errors: {} });

const filterScope: FormScope = { id: "filter", values: null, errors: {}, filtering: true };

export const FormScopeProvider = FormScopeContext.Provider;

/** The id that the control of a name has inside a form, so that an error can point at it. */
export function controlId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/** What a control needs to know of its form: its id, its messages, and what was typed there before. */
export function useControl(name: string) {
  const { id, values, errors, filtering } = useContext(FormScopeContext);
  const typed = values?.[name];
  return {
    id: controlId(id, name),
    messages: errors[name] ?? [],
    sent: values !== null,
    filtering: filtering === true,
    typed: Array.isArray(typed) ? typed : typed === undefined ? [] : [typed],
  };
}

/** Controls inside are filters of a list: none is required, and none is marked as optional. */
export function FilterScope({ children }: { children: ReactNode }) {
  return <FormScopeContext value={filterScope}>{children}</FormScopeContext>;
}
