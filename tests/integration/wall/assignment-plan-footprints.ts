import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

const byAPerson = "me.account IS NOT NULL";
const isDraft = `r.state = 'DRAFT' AND ${byAPerson}`;
const isSubmitted = `r.state = 'SUBMITTED' AND ${byAPerson}`;
const ofADraft = `${byAPerson} AND EXISTS (SELECT 1 FROM "AssignmentPlan" p WHERE p."committeeId" = r."committeeId"
  AND p.id = r."planId" AND p.state = 'DRAFT')`;
const closed = (state: string) =>
  `state = '${state}', "closedById" = me.account, "closedBy" = 'x', "closedOn" = app.today(), note = 'x'`;
const submits = `state = 'SUBMITTED', "decisionNumber" = 'x', "decidedOn" = app.today(), "submittedById" = me.account,
  "submittedBy" = 'x', "submittedOn" = app.today()`;
const returns = `state = 'DRAFT', "submittedById" = NULL, "submittedBy" = NULL, "submittedOn" = NULL`;

/** Plans of assignments: the office writes, submits and gives them up; a leader issues them or sends them back. */
export const assignmentPlanFootprints = {
  assignmentPlan: [
    rows("AssignmentPlan", read, { REGISTER: everyRow }),
    rows("AssignmentPlan", { insert: ["create"] }, { REGISTER: isDraft }),
    rows("AssignmentPlan", { update: ["update"] }, { REGISTER: isDraft }, `name = 'x'`),
    rows("AssignmentPlan", { update: ["update"] }, { REGISTER: isDraft }, submits),
    rows("AssignmentPlan", { update: ["update"] }, { REGISTER: isDraft }, closed("DISCARDED")),
    rows("AssignmentPlan", { update: ["update"] }, { REGISTER: `${isDraft} OR ${isSubmitted}` }, returns),
    rows("AssignmentPlan", { update: ["confirm"] }, { REGISTER: isSubmitted }, returns),
    rows(
      "AssignmentPlan",
      { update: ["confirm"] },
      { REGISTER: `${isSubmitted} AND r."submittedById" <> me.account` },
      closed("ISSUED"),
    ),
    rows("PlannedAssignment", read, { REGISTER: everyRow }),
    rows("PlannedAssignment", { insert: ["create"], delete: ["update"] }, { REGISTER: ofADraft }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
