import type { FormCase } from "./form-case";

/** The forms of reports. */
export const reportForms: Readonly<Record<string, FormCase>> = {
  /* Periods that none of the other forms reaches into, since that would need a reason. */
  closeRollAction: {
    by: "office",
    fillIn: () => ({ from: "01/04/1990", to: "30/06/1990" }),
    otherwise: { from: "01/07/1990", to: "30/09/1990" },
  },
};
