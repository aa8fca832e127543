import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, ofBranch, ofMyself } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

const waits = `r.state = 'RECORDED'`;
const confirmed = `r.state = 'CONFIRMED'`;
const notMine = `CASE WHEN r."memberId" IS NULL THEN NOT ${ofBranch("own")} ELSE r."memberId" IS DISTINCT FROM me.member END`;

const about = (condition: string) => `EXISTS (SELECT 1 FROM "Discipline" d WHERE d."committeeId" = r."committeeId"
  AND d.id = r."disciplineId" AND ${condition})`;
const aboutOthers = about(
  `d.state = 'CONFIRMED' AND CASE WHEN d."memberId" IS NULL THEN NOT d."branchId" = ANY (me.own) ELSE d."memberId" IS DISTINCT FROM me.member END`,
);
const open = `r.state IN ('RECEIVED', 'TO_CONFIRM')`;

/** Discipline decisions, and complaints about confirmed ones, which who reads the decision reads: nobody has a hand in the own case, and branches read the confirmed ones alone. */
export const disciplineFootprints = {
  discipline: [
    rows("Discipline", read, {
      REGISTER: (role) => (role === "INSPECTOR" ? confirmed : `${confirmed} OR (${notMine})`),
      OWN_BRANCH: `${confirmed} AND ${ofBranch("own")}`,
      SELF: `${confirmed} AND ${ofMyself}`,
    }),
    rows("DisciplineComplaint", read, {
      REGISTER: everyRow,
      OWN_BRANCH: about(`d."branchId" = ANY (me.own)`),
      SELF: about(`d."memberId" = me.member`),
    }),
    rows("DisciplineComplaint", { insert: ["create"] }, { REGISTER: `r.state = 'RECEIVED' AND ${aboutOthers}` }),
    rows(
      "DisciplineComplaint",
      { update: ["update"] },
      { REGISTER: `${open} AND ${aboutOthers}` },
      `state = 'TO_CONFIRM', outcome = 'UPHELD', "settlementNumber" = 'x', "settledOn" = app.today(), "settlingBody" = 'x',
        "settlementRecordedById" = me.account, "settlementRecordedBy" = 'x'`,
    ),
    rows(
      "DisciplineComplaint",
      { update: ["confirm"] },
      {
        REGISTER: (role) =>
          role === "SYSTEM"
            ? "false"
            : `r.state = 'TO_CONFIRM' AND ${aboutOthers} AND r."settlementRecordedById" IS DISTINCT FROM me.account`,
      },
      `state = 'SETTLED', "confirmedById" = me.account, "confirmedBy" = 'x', "confirmedOn" = app.today()`,
    ),
    rows("Discipline", { insert: ["create"] }, { REGISTER: `${waits} AND (${notMine})` }),
    rows(
      "Discipline",
      { update: ["update"] },
      { REGISTER: `${waits} AND (${notMine})` },
      `state = 'WITHDRAWN', "withdrawnOn" = app.today(), "withdrawnBy" = 'x', "withdrawnReason" = 'x'`,
    ),
    rows(
      "Discipline",
      { update: ["confirm"] },
      {
        REGISTER: (role) =>
          role === "SYSTEM" ? "false" : `${waits} AND (${notMine}) AND r."recordedById" IS DISTINCT FROM me.account`,
      },
      `state = 'CONFIRMED', "confirmedById" = me.account, "confirmedBy" = 'x', "confirmedOn" = app.today()`,
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
