import type { Resource } from "@/lib/core/policy-table/row";
import { caseWhere, everyRow, inCircleBy, ofMyself, openTo } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

const byMe = `r."declaredById" = me.account AND ${ofMyself}`;
const byAnother = `r."declaredById" <> me.account AND r."memberId" IS DISTINCT FROM me.member`;

const waits = `r.outcome IS NULL`;

/**
 * Separation of duty in a case: a conflict is declared by each for themselves, read and lifted by those who oversee the case; who is to
 * join its team is asked for by one who works on it, and taken in by one who oversees it and is neither of the two.
 */
export const inspectionDutyFootprints = {
  inspectionRecusal: [
    rows("InspectionRecusal", read, { REGISTER: everyRow, CASE: (role) => caseWhere(inCircleBy(role)) }),
    rows(
      "InspectionRecusal",
      { insert: ["create"] },
      { REGISTER: "false", CASE: (role) => `${caseWhere(openTo(role))} AND ${byMe}` },
    ),
    rows(
      "InspectionRecusal",
      { update: ["undo"] },
      { CASE: (role) => `${caseWhere(openTo(role))} AND r."liftedAt" IS NULL AND ${byAnother}` },
      `"liftedById" = me.account, "liftedBy" = 'x', "liftedAt" = now(), "liftReason" = 'x'`,
    ),
  ],
  inspectionTeamRequest: [
    rows("InspectionTeamRequest", read, { REGISTER: everyRow, CASE: (role) => caseWhere(inCircleBy(role)) }),
    rows(
      "InspectionTeamRequest",
      { insert: ["create"] },
      { REGISTER: "false", CASE: (role) => `${caseWhere(openTo(role))} AND r."askedById" = me.account` },
    ),
    rows(
      "InspectionTeamRequest",
      { update: ["update"] },
      { CASE: (role) => `${caseWhere(openTo(role))} AND ${waits} AND r."askedById" = me.account` },
      `outcome = 'WITHDRAWN', "endedById" = me.account, "endedBy" = 'x', "endedAt" = now()`,
    ),
    rows(
      "InspectionTeamRequest",
      { update: ["confirm"] },
      {
        CASE: (role) => `${caseWhere(openTo(role))} AND ${waits} AND r."askedById" <> me.account
          AND r."memberId" IS DISTINCT FROM me.member`,
      },
      `outcome = 'REFUSED', "endedById" = me.account, "endedBy" = 'x', "endedAt" = now(), "endWords" = 'x'`,
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
