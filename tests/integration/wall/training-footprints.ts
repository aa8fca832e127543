import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, keptToday, ofMyself } from "./conditions";
import { all, type Footprint, read, rows, write } from "./footprint";

const people: Footprint["rows"] = { REGISTER: everyRow, OWN_BRANCH: keptToday("own"), SELF: ofMyself };

/** Somebody is in the course who fulfils the condition on `p`. */
const whoseSomebody = (condition: string) => `EXISTS (SELECT 1 FROM "CourseParticipant" p
  WHERE p."committeeId" = r."committeeId" AND p."courseId" = r.id AND ${condition})`;

/** Courses, read by who reads somebody in them; only who is still attending is taken off. */
export const trainingFootprints = {
  training: [
    rows("TrainingCourse", read, {
      REGISTER: everyRow,
      OWN_BRANCH: whoseSomebody(keptToday("own", `p."memberId"`)),
      SELF: whoseSomebody(`p."memberId" = me.member`),
    }),
    rows("TrainingCourse", write, all),
    rows("CourseParticipant", read, people),
    rows("CourseParticipant", write, all),
    rows("CourseParticipant", { delete: ["update"] }, { REGISTER: `r.result = 'ATTENDING'` }),
  ],
  cadrePlan: [
    rows("PlannedPerson", { select: ["read"], insert: ["create"] }, all),
    rows("PlannedPerson", { update: ["update"] }, { REGISTER: `r."removedOn" IS NULL` }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
