import type { Resource } from "@/lib/core/policy-table/row";
import { caseWhere, concluded, everyRow, inCircleBy, ofBranch, ofMyself } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

const live = "r.state IN ('IN_HAND', 'REPORTED')";
const given = (giver: "BRANCH" | "COMMITTEE") => `r.giver = '${giver}'`;
/** Nothing comes from a paper that is annulled or not for the branch. */
const fromStanding = `(r."documentId" IS NULL OR EXISTS (SELECT 1 FROM "PartyDocument" d WHERE d."committeeId" = r."committeeId"
  AND d.id = r."documentId" AND d."annulledOn" IS NULL AND (d.audience = 'ALL_BRANCHES' OR EXISTS (SELECT 1 FROM "PartyDocumentBranch" b
    WHERE b."committeeId" = r."committeeId" AND b."documentId" = d.id AND b."branchId" = r."branchId"))))`;
/** Nothing comes from an inspection that is under way. */
const fromKnown = `(r."inspectionId" IS NULL OR EXISTS (SELECT 1 FROM "Inspection" i WHERE i."committeeId" = r."committeeId"
  AND i.id = r."inspectionId" AND i.state = 'CONCLUDED'))`;

/** The task of the step, or of the evidence, is such a one. */
const stepOf = (condition: string) => `EXISTS (SELECT 1 FROM "Task" t WHERE t."committeeId" = r."committeeId"
  AND t.id = r."taskId" AND ${condition})`;
const ownBranch = `t."branchId" = ANY (me.own)`;
const isReport = "r.kind IN ('REPORTED_DONE', 'REPORTED_NOT_DONE')";
const isGiving = "r.kind = 'GIVEN'";
const isSettling = "r.kind NOT IN ('GIVEN', 'REPORTED_DONE', 'REPORTED_NOT_DONE')";

const both = (condition: string): Footprint["rows"] => ({
  REGISTER: condition,
  OWN_BRANCH: `${condition} AND ${ofBranch("own")}`,
});
const bothSteps = (kinds: string, condition: string): Footprint["rows"] => ({
  REGISTER: `${kinds} AND ${stepOf(condition)}`,
  OWN_BRANCH: `${kinds} AND ${stepOf(`${condition} AND ${ownBranch}`)}`,
});

/** The row is a task of the committee that the conclusion of a case asks for, in whose circle the role brings the person. */
const ofCase = (condition: string) => (role: string) =>
  `r.giver = 'COMMITTEE' AND ${condition} AND ${caseWhere(`${concluded} AND ${inCircleBy(role)}`)}`;
const stepOfCase = (condition: string) => (role: string) =>
  `${condition} AND ${stepOf(`t.giver = 'COMMITTEE' AND ${caseWhere(`${concluded} AND ${inCircleBy(role)}`, `t."inspectionId"`)}`)}`;

const being = `"state" = 'IN_HAND', "doneOn" = NULL, "reportedById" = NULL`;
const reported = `"state" = 'REPORTED', "doneOn" = r."givenOn", "reportedById" = me.account`;
const done = `"state" = 'DONE', "doneOn" = r."givenOn", "closedOn" = app.today()`;
const calledOff = `"state" = 'CALLED_OFF', "doneOn" = NULL, "closedOn" = app.today()`;

/** Tasks: what becomes of one, and whose it is, says who may write; of the committee's nobody accepts what that account reported. */
export const taskFootprints = {
  task: [
    rows("Task", read, {
      REGISTER: everyRow,
      OWN_BRANCH: ofBranch("own"),
      ASSIGNED_BRANCH: ofBranch("assigned"),
      SELF: ofMyself,
    }),
    rows("Task", { insert: ["create"] }, both(`r.state = 'IN_HAND' AND ${given("BRANCH")} AND ${fromStanding}`)),
    rows("Task", { update: ["update"] }, both(live), being),
    rows("Task", { update: ["update"] }, both(live), reported),
    rows("Task", { update: ["update"] }, both(`${live} AND ${given("BRANCH")}`), done),
    rows("Task", { update: ["update"] }, both(`${live} AND ${given("BRANCH")}`), calledOff),
    rows("TaskStep", read, {
      REGISTER: everyRow,
      OWN_BRANCH: stepOf(ownBranch),
      ASSIGNED_BRANCH: stepOf(`t."branchId" = ANY (me.assigned)`),
      SELF: stepOf(`t."memberId" = me.member`),
    }),
    rows("TaskStep", { insert: ["create"] }, bothSteps(isGiving, "t.giver = 'BRANCH'")),
    rows("TaskEvidence", read, {
      REGISTER: everyRow,
      OWN_BRANCH: stepOf(ownBranch),
      ASSIGNED_BRANCH: stepOf(`t."branchId" = ANY (me.assigned)`),
      SELF: stepOf(`t."memberId" = me.member`),
    }),
    rows("TaskEvidence", { insert: ["update"] }, bothSteps("true", "t.state IN ('IN_HAND', 'REPORTED')")),
    rows("TaskEvidence", { delete: ["update"] }, bothSteps("true", "t.state = 'IN_HAND'")),
    rows("TaskStep", { insert: ["update"] }, bothSteps(isReport, "true")),
    rows("TaskStep", { insert: ["update"] }, bothSteps(isSettling, "t.giver = 'BRANCH'")),
  ],
  committeeTask: [
    rows(
      "Task",
      { insert: ["create"] },
      { REGISTER: `r.state = 'IN_HAND' AND ${given("COMMITTEE")} AND ${fromKnown} AND ${fromStanding}` },
    ),
    rows("Task", { update: ["update"] }, { REGISTER: `${live} AND ${given("COMMITTEE")}` }, being),
    rows(
      "Task",
      { update: ["update"] },
      { REGISTER: `${live} AND ${given("COMMITTEE")} AND r."reportedById" <> coalesce(me.account, gen_random_uuid())` },
      done,
    ),
    rows("Task", { update: ["update"] }, { REGISTER: `${live} AND ${given("COMMITTEE")}` }, calledOff),
    rows("TaskStep", { insert: ["create"] }, { REGISTER: `${isGiving} AND ${stepOf("t.giver = 'COMMITTEE'")}` }),
    rows("TaskStep", { insert: ["update"] }, { REGISTER: `${isSettling} AND ${stepOf("t.giver = 'COMMITTEE'")}` }),
  ],
  inspectionTask: [
    rows("Task", read, { CASE: ofCase("true") }),
    rows("Task", { insert: ["create"] }, { CASE: ofCase(`r.state = 'IN_HAND' AND ${fromStanding}`) }),
    rows("Task", { update: ["update"] }, { CASE: ofCase(live) }, being),
    rows(
      "Task",
      { update: ["update"] },
      { CASE: ofCase(`${live} AND r."reportedById" <> coalesce(me.account, gen_random_uuid())`) },
      done,
    ),
    rows("Task", { update: ["update"] }, { CASE: ofCase(live) }, calledOff),
    rows("TaskStep", read, { CASE: stepOfCase("true") }),
    rows("TaskStep", { insert: ["create"] }, { CASE: stepOfCase(isGiving) }),
    rows("TaskStep", { insert: ["update"] }, { CASE: stepOfCase(isSettling) }),
    rows("TaskEvidence", read, { CASE: stepOfCase("true") }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
