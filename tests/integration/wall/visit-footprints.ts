import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, ofBranch } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

/** The report is under an assignment to its branch, of whom the condition says. */
const underAssignment = (condition: string) => `r."writtenOn" = app.today() AND EXISTS (SELECT 1 FROM "Assignment" a
  WHERE a."committeeId" = r."committeeId" AND a.id = r."assignmentId" AND a."branchId" = r."branchId" AND ${condition})`;
const written = `r."recordedById" IS NOT DISTINCT FROM me.account AND r."writtenOn" >= app.today() - 30`;

/** The person holds, today, the seat that owns the difficulty. */
const mine = (
  difficulty: string,
) => `EXISTS (SELECT 1 FROM "CommitteeOffice" o WHERE o."committeeId" = ${difficulty}."committeeId"
  AND o.id = ${difficulty}."ownerSeatId" AND o."memberId" = me.member AND o."startsOn" <= app.today()
  AND (o."endsOn" IS NULL OR o."endsOn" > app.today()))`;
const open = "r.state NOT IN ('SOLVED', 'DECLINED')";
const being = (state: string) => `"state" = '${state}', "deadlineOn" = DATE '2099-01-01'`;
const closed = (state: string) => `${being(state)}, "closedOn" = app.today()`;

/** In one's own hand, and today. */
const reminded = `r."remindedById" IS NOT DISTINCT FROM me.account AND r."remindedOn" = app.today()`;

type Reached = Readonly<Record<"REGISTER" | "OWN_BRANCH" | "ASSIGNED_BRANCH" | "SELF", string>>;

const reached: Reached = {
  REGISTER: everyRow,
  OWN_BRANCH: ofBranch("own"),
  ASSIGNED_BRANCH: ofBranch("assigned"),
  SELF: mine("r"),
};
const stepOf = (condition: string) => `EXISTS (SELECT 1 FROM "Difficulty" d WHERE d."committeeId" = r."committeeId"
  AND d.id = r."difficultyId" AND ${condition})`;
const steps: Reached = {
  REGISTER: everyRow,
  OWN_BRANCH: stepOf(`d."branchId" = ANY (me.own)`),
  ASSIGNED_BRANCH: stepOf(`d."branchId" = ANY (me.assigned)`),
  SELF: stepOf(mine("d")),
};
const only = (of: Reached, condition: string): Reached => ({
  REGISTER: `${condition} AND ${of.REGISTER}`,
  OWN_BRANCH: `${condition} AND ${of.OWN_BRANCH}`,
  ASSIGNED_BRANCH: `${condition} AND ${of.ASSIGNED_BRANCH}`,
  SELF: `${condition} AND ${of.SELF}`,
});

/** Visits to branches: a person writes under an own assignment, and puts right what that person wrote, for a month. Difficulties: what becomes of one says who may write. */
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

  difficulty: [
    rows("Difficulty", read, reached),
    rows("Difficulty", { insert: ["create"] }, only(reached, "r.state = 'RAISED'")),
    rows(
      "Difficulty",
      { update: ["update"] },
      { REGISTER: open, SELF: `${open} AND ${mine("r")}` },
      being("BEING_SOLVED"),
    ),
    rows("Difficulty", { update: ["update"] }, { REGISTER: open, SELF: `${open} AND ${mine("r")}` }, closed("SOLVED")),
    rows("DifficultyStep", read, steps),
    rows("DifficultyStep", { insert: ["create"] }, only(steps, "r.kind = 'RAISED'")),
    rows("DifficultyStep", { insert: ["update"] }, only(steps, "r.kind IN ('PROGRESS', 'SOLVED')")),
  ],
  difficultyAcceptance: [
    rows("Difficulty", { update: ["create"] }, { REGISTER: open }, being("ACCEPTED")),
    rows("Difficulty", { update: ["update"] }, { REGISTER: open }, being("BEING_SOLVED")),
    rows("DifficultyStep", { insert: ["create"] }, { REGISTER: "r.kind = 'ACCEPTED'" }),
    rows("DifficultyStep", { insert: ["update"] }, { REGISTER: "r.kind = 'DEADLINE_MOVED'" }),
  ],
  branchReminder: [
    rows("BranchReminder", read, {
      REGISTER: everyRow,
      OWN_BRANCH: ofBranch("own"),
      ASSIGNED_BRANCH: ofBranch("assigned"),
    }),
    rows(
      "BranchReminder",
      { insert: ["create"] },
      { REGISTER: reminded, ASSIGNED_BRANCH: `${reminded} AND ${ofBranch("assigned")}` },
    ),
  ],
  difficultyRefusal: [
    rows("Difficulty", { update: ["create"] }, { REGISTER: open }, closed("DECLINED")),
    rows("DifficultyStep", { insert: ["create"] }, { REGISTER: "r.kind = 'DECLINED'" }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
