import { typedForm } from "@/lib/core/day";
import { accepted, raised, reported, seatOf } from "../visits/visit";
import type { FormCase, FormWorld } from "./form-case";

const said = { situation: "Nội bộ đoàn kết", meetingOpinion: "Họp đúng giờ" };

/** The forms of visits to branches and of reminding them. */
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
  raiseDifficultyAction: {
    by: "secretary",
    also: ["office", "inCharge"],
    optional: ["visitReportId"],
    fillIn: ({ branchId }) => ({
      ...{ branchId, visitReportId: "", title: "Đường vào bản sạt lở", text: "Sạt 30 m", raisedOn: "05/03/2022" },
    }),
    otherwise: { title: "Khác" },
  },
  acceptDifficultyAction: {
    by: "leader",
    also: ["office", "second"],
    optional: ["ownerSeatId"],
    fillIn: async ({ actors, branchId, members }) => ({
      ...{ id: await raised(actors.office, branchId), version: "1", takenOn: "06/03/2022", text: "Giao kiểm tra" },
      ...{ ownerSeatId: await seatOf(members.inCharge), deadlineOn: "30/04/2022" },
    }),
  },
  moveDeadlineAction: {
    by: "office",
    also: ["leader", "second"],
    fillIn: async ({ actors, branchId }) => ({
      ...{ id: await accepted(actors.office, { branchId }), version: "2", takenOn: "07/03/2022" },
      ...{ text: "Chờ hết mưa", deadlineOn: "31/05/2022" },
    }),
  },
  reportProgressAction: { by: "inCharge", also: ["office"], fillIn: ownStep },
  solveDifficultyAction: { by: "inCharge", also: ["office"], fillIn: ownStep },
  declineDifficultyAction: { by: "leader", also: ["second"], fillIn: ownStep },
  remindBranchAction: {
    by: "leader",
    also: ["office", "second", "inCharge"],
    optional: ["note"],
    fillIn: ({ branchId }) => ({ branchId, way: "CALL", note: "Nhắc gửi biên bản" }),
    otherwise: { way: "MESSAGE" },
  },
};

/** A step of a difficulty that the person in charge owns. */
async function ownStep({ actors, branchId, members }: FormWorld) {
  const id = await accepted(actors.office, { branchId, ownerSeatId: await seatOf(members.inCharge) });
  return { id, version: "2", takenOn: "07/03/2022", text: "Đã khảo sát" };
}
