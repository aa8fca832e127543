"use client";

import { createContext, useContext } from "react";

const FormPendingContext = createContext(false);

export const FormPendingProvider = FormPendingContext.Provider;

/** Whether the form around is on its way to the server. */
export function useFormPending(): boolean {
  return useContext(FormPendingContext);
}
