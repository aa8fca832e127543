import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, keptToday } from "./conditions";
import { type Footprint, rows } from "./footprint";

const mine = `r."accountId" = me.account`;
const open = `r.state <> 'UNDONE'`;
const edit = (condition: string) => `EXISTS (SELECT 1 FROM "BulkEdit" e WHERE e."committeeId" = r."committeeId"
  AND e.id = r."editId" AND e."accountId" = me.account AND ${condition})`;
const prepared = edit(`e.state = 'PREPARED'`);
const changing = `r.outcome = 'CHANGE'`;

/** Bulk edits are their editor's and the office's; what they hold of a member is for who keeps the record today. */
export const bulkEditFootprints = {
  bulkEdit: [
    rows("BulkEdit", { select: ["read"] }, { REGISTER: everyRow, OWN_BRANCH: mine }),
    rows(
      "BulkEdit",
      { insert: ["create"] },
      { REGISTER: `${mine} AND r.state = 'PREPARED'`, OWN_BRANCH: `${mine} AND r.state = 'PREPARED'` },
    ),
    rows("BulkEdit", { update: ["update"] }, { REGISTER: open, OWN_BRANCH: `${mine} AND ${open}` }),
    rows(
      "BulkEditRow",
      { select: ["read"] },
      {
        REGISTER: everyRow,
        OWN_BRANCH: `${edit("true")} AND (r.outcome IN ('SAME', 'NOT_YOURS', 'LEFT') OR ${keptToday("own")})`,
      },
    ),
    rows("BulkEditRow", { insert: ["create"] }, { REGISTER: prepared, OWN_BRANCH: prepared }),
    rows(
      "BulkEditRow",
      { update: ["update"] },
      { REGISTER: changing, OWN_BRANCH: `${edit("true")} AND ${changing} AND ${keptToday("own")}` },
      `outcome = 'KEPT'`,
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
