import { courseWith, openedCourse, participantOf } from "../training/course";
import { plannedOne } from "../training/planned";
import { type FormCase, type FormWorld, someone } from "./form-case";

const typedCourse = {
  name: "Lớp bồi dưỡng chi ủy viên",
  kind: "BRANCH_WORK",
  organizer: "Trung tâm Chính trị huyện",
  place: "",
  decisionNumber: "12-QĐ/HU",
  startsOn: "06/09/2021",
  lastDay: "10/09/2021",
  seats: "30",
};

/** Somebody who has just been sent to a course of their own. */
async function participant(world: FormWorld): Promise<string> {
  const { id: memberId } = await someone(world);
  return participantOf(await courseWith(world.system, [memberId]), memberId);
}

/** The forms of courses, from opening one to how it ended for somebody. */
export const trainingForms: Readonly<Record<string, FormCase>> = {
  openCourseAction: { by: "office", fillIn: async () => typedCourse, otherwise: { name: "Lớp khác" } },
  editCourseAction: {
    by: "office",
    fillIn: async (world) => ({ id: await openedCourse(world.system), version: "1", ...typedCourse }),
  },
  sendToCourseAction: {
    by: "office",
    fillIn: async (world) => ({
      id: await openedCourse(world.system),
      version: "1",
      memberId: (await someone(world)).id,
    }),
    several: ["memberId"],
  },
  recordResultAction: {
    by: "office",
    fillIn: async (world) => ({
      ...{ id: await participant(world), version: "1", result: "PASSED", reason: "" },
      ...{ certificateNumber: "15/GCN", certificateOn: "10/09/2021" },
    }),
  },
  planPeopleAction: {
    by: "office",
    fillIn: async (world) => ({
      ...{ termFrom: "2030", termTo: "2035", post: "PARTY_COMMITTEE", branchId: "" },
      ...{ memberId: (await someone(world)).id, decisionNumber: "7-QĐ/ĐU", decidedOn: "10/01/2024" },
    }),
    several: ["memberId"],
    optional: ["branchId"],
    otherwise: { decisionNumber: "8-QĐ/ĐU" },
  },
  endPlanAction: {
    by: "office",
    fillIn: async (world) => ({
      ...{ id: (await plannedOne(world.system, (await someone(world)).id)).id, version: "1" },
      ...{ removedOn: "10/02/2024", removeReason: "Chuyển công tác" },
    }),
  },
  takeOffCourseAction: {
    by: "office",
    fillIn: async (world) => ({ id: await participant(world), version: "1", takeOffReason: "Cử nhầm người" }),
  },
};
