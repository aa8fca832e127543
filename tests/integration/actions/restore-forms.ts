import { plantRestore } from "../../support/restores";
import type { FormCase } from "./form-case";

/** The form of a restored state that waits: any leader's who administers nothing. */
export const restoreForms: Readonly<Record<string, FormCase>> = {
  acceptRestoreAction: {
    by: "leader",
    also: ["second"],
    alone: true,
    fillIn: async ({ committeeId }) => ({ id: await plantRestore(committeeId), version: "1", seen: "on" }),
  },
};
