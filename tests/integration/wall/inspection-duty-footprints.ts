import type { Resource } from "@/lib/core/policy-table/row";
import { caseWhere, everyRow, inCircleBy, ofMyself, openTo } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

const byMe = `r."declaredById" = me.account AND ${ofMyself}`;
const byAnother = `r."declaredById" <> me.account AND r."memberId" IS DISTINCT FROM me.member`;

/** Separation of duty in a case: a conflict is declared by each for themselves, read and lifted by those who oversee the case. */
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
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
