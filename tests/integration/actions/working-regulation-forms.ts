import { followed } from "../working-regulations/regulation";
import type { FormCase } from "./form-case";

let years = 2016;

/** The forms of the working regulations of branches. */
export const workingRegulationForms: Readonly<Record<string, FormCase>> = {
  recordRegulationAction: {
    by: "secretary",
    also: ["office", "secretary"],
    optional: ["meetingId"],
    fillIn: ({ branchId }) => ({
      ...{ branchId, adoptedOn: `05/03/${years}`, startsOn: `10/03/${years++}`, meetingId: "" },
      ...{ numberAndSign: "01-QC/CB", changes: "Đổi ngày họp" },
    }),
    otherwise: { changes: "Đổi giờ họp" },
  },
  annulRegulationAction: {
    by: "secretary",
    also: ["office", "secretary"],
    fillIn: async ({ system, branchId }) => {
      const id = await followed(system, branchId, `${years++}-06-01`);
      return { id, version: "1", reason: "Ghi nhầm ngày" };
    },
  },
};
