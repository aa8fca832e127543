import { addMonths, day } from "@/lib/core/day";
import { attachEvidence } from "@/lib/features/tasks/commands/keep-evidence";
import { opened, rollOf } from "../meetings/branch-meeting";
import { pdfFile } from "../party-documents/document";
import { given, reportedDone } from "../tasks/task";
import type { FormCase, FormWorld } from "./form-case";

const said = { takenOn: "20/03/2022", text: "Đã vận động hai hộ" };

/* A month has one monthly meeting. */
let months = 0;

/** The forms of tasks. */
export const taskForms: Readonly<Record<string, FormCase>> = {
  giveTaskAction: {
    by: "secretary",
    also: ["office", "leader", "second"],
    optional: ["memberId", "meetingId", "difficultyId", "inspectionId", "documentId"],
    fillIn: ({ branchId, members }) => ({
      ...{ branchId, memberId: members.woman, title: "Vận động di dời chuồng trại", text: "", agendaItem: "" },
      ...{
        givenOn: "05/03/2022",
        deadlineOn: "30/04/2022",
        meetingId: "",
        difficultyId: "",
        inspectionId: "",
        documentId: "",
      },
    }),
    otherwise: { title: "Việc khác" },
  },
  reportDoneAction: { by: "secretary", also: ["office"], fillIn: committees },
  reportNotDoneAction: { by: "secretary", also: ["office"], fillIn: committees },
  removeEvidenceAction: {
    by: "secretary",
    also: ["office"],
    fillIn: async (world) => {
      const taskId = await given(world.actors.office, world.branchId);
      return { id: (await attachEvidence(world.actors.office, { taskId, name: "a.pdf", bytes: pdfFile })).id };
    },
  },
  moveTaskDeadlineAction: {
    by: "office",
    also: ["leader", "second"],
    fillIn: async (world) => ({ ...(await committees(world)), deadlineOn: "31/05/2022" }),
  },
  callOffTaskAction: { by: "leader", also: ["office", "second"], fillIn: committees },
  judgeTasksAction: {
    by: "secretary",
    also: ["office"],
    fillIn: async ({ actors, branchId, system }) => {
      const task = await given(actors.office, branchId);
      const monthOn = addMonths(day("2023-01-01"), months++);
      const [chair, writer] = await rollOf({ branchId, chairId: "", writerId: "" }, monthOn);
      if (!chair || !writer) throw new Error("nobody leads the meeting");
      const place = { branchId, chairId: chair.memberId, writerId: writer.memberId };
      const id = await opened(system, place, monthOn);
      return { id, version: "1", [`at-${task}`]: "REPORTED_NOT_DONE", [`why-${task}`]: "Hai hộ đi làm xa" };
    },
  },
  acceptTaskAction: { by: "leader", also: ["office", "second"], fillIn: reported },
  returnTaskAction: { by: "office", also: ["leader", "second"], fillIn: reported },
};

/** A task of the committee that is to be done. */
async function committees({ actors, branchId }: FormWorld) {
  return { id: await given(actors.office, branchId), version: "1", ...said };
}

/** One that the branch has reported done. */
async function reported({ actors, branchId }: FormWorld) {
  const hands = { giver: actors.office, reporter: actors.secretary };
  return { id: await reportedDone(hands, branchId), version: "2", ...said };
}
