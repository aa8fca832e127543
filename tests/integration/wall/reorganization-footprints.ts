import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

/* `o` is the reorganisation that the row belongs to. */

const parentIs = (condition: string) =>
  `EXISTS (SELECT 1 FROM "Reorganization" o WHERE o."committeeId" = r."committeeId" AND o.id = r."reorganizationId" AND ${condition})`;
const waits = `r.state = 'PROPOSED' AND me.account IS NOT NULL`;
const answered = (state: "CONFIRMED" | "CANCELLED", more = "") =>
  `state = '${state}', "decidedById" = me.account, "decidedBy" = 'x', "decidedOn" = DATE '2030-01-01'${more}`;
const ofMyProposal: Footprint["rows"] = {
  REGISTER: parentIs(`o.state = 'PROPOSED' AND o."proposedById" = me.account`),
};

/** Reorganisations of branches: in effect for who knows the branches, as plans for the office and leaders. */
export const reorganizationFootprints = {
  reorganization: [
    rows("Reorganization", read, { REGISTER: `r.state = 'CONFIRMED'` }),
    rows("ReorganizationBranch", read, { REGISTER: parentIs(`o.state = 'CONFIRMED'`) }),
  ],
  reorganizationPlan: [
    rows("Reorganization", read, { REGISTER: everyRow }),
    rows("Reorganization", { insert: ["create"] }, { REGISTER: waits }),
    rows("Reorganization", { update: ["update"] }, { REGISTER: waits }, answered("CANCELLED", `, "closeReason" = 'x'`)),
    rows(
      "Reorganization",
      { update: ["confirm"] },
      { REGISTER: `r.state = 'PROPOSED' AND r."proposedById" <> me.account` },
      answered("CONFIRMED"),
    ),
    rows("ReorganizationBranch", read, { REGISTER: everyRow }),
    rows("ReorganizationBranch", { insert: ["create"] }, ofMyProposal),
    rows("ReorganizationSettlement", read, { REGISTER: everyRow }),
    rows("ReorganizationSettlement", { insert: ["create"] }, ofMyProposal),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
