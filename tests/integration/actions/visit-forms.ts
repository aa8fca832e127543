import { typedForm } from "@/lib/core/day";
import { reported } from "../visits/visit";
import type { FormCase } from "./form-case";

const said = { situation: "Nội bộ đoàn kết", meetingOpinion: "Họp đúng giờ" };

/** The forms of visits to branches. */
export const visitForms: Readonly<Record<string, FormCase>> = {
  reportVisitAction: {
    by: "inCharge",
    also: ["office"],
    optional: ["meetingId", "visitorId"],
    fillIn: ({ branchId, members }) => ({
      ...{ branchId, visitorId: members.inCharge, visitedOn: "05/03/2022", meetingId: "" },
      ...said,
    }),
    otherwise: { situation: "Khác" },
  },
  editVisitAction: {
    by: "inCharge",
    optional: ["meetingId"],
    fillIn: async ({ actors, branchId, system }) => ({
      ...{ id: await reported(actors.inCharge, branchId), version: "1" },
      ...{ visitedOn: typedForm(system.today), meetingId: "" },
      ...said,
    }),
  },
};
