import type { FormCase } from "./form-case";

/** The forms of reports. */
export const reportForms: Readonly<Record<string, FormCase>> = {
  closeRollAction: {
    by: "office",
    fillIn: () => ({ from: "01/04/2021", to: "30/06/2021" }),
    otherwise: { from: "01/07/2021", to: "30/09/2021" },
  },
};
