import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, ofBranch } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

/** The report is under an assignment to its branch, of whom the condition says. */
const underAssignment = (condition: string) => `r."writtenOn" = app.today() AND EXISTS (SELECT 1 FROM "Assignment" a
  WHERE a."committeeId" = r."committeeId" AND a.id = r."assignmentId" AND a."branchId" = r."branchId" AND ${condition})`;
const written = `r."recordedById" IS NOT DISTINCT FROM me.account AND r."writtenOn" >= app.today() - 30`;

/** Visits to branches: a person writes under an own assignment, and puts right what that person wrote, for a month. */
export const visitFootprints = {
  visitReport: [
    rows("VisitReport", read, {
      REGISTER: everyRow,
      OWN_BRANCH: ofBranch("own"),
      ASSIGNED_BRANCH: ofBranch("assigned"),
    }),
    rows(
      "VisitReport",
      { insert: ["create"] },
      {
        REGISTER: underAssignment("true"),
        ASSIGNED_BRANCH: underAssignment(`a."memberId" = me.member AND ${ofBranch("assigned")}`),
      },
    ),
    rows(
      "VisitReport",
      { update: ["update"] },
      { REGISTER: written, ASSIGNED_BRANCH: `${written} AND ${ofBranch("assigned")}` },
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
