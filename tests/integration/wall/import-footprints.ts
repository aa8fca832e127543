import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow } from "./conditions";
import { type Condition, type Footprint, rows } from "./footprint";

const mine = `r."accountId" = me.account`;
const running = `r.state NOT IN ('DONE', 'UNDONE', 'DISCARDED')`;
const myFile = `EXISTS (SELECT 1 FROM "RosterImport" i WHERE i."committeeId" = r."committeeId" AND i.id = r."importId"
  AND i."accountId" = me.account)`;

/* Leaders read what came of an import, and undo it by a function; its lines are for who goes on with it. */
const butLeaders: Condition = (role) => (role === "LEADER" ? "false" : everyRow);

/** Imports, their lines and jobs, and what is remembered for the next file. */
export const importFootprints = {
  rosterImport: [
    rows("RosterImport", { select: ["read"] }, { REGISTER: everyRow, OWN_BRANCH: mine }),
    rows(
      "RosterImport",
      { insert: ["create"] },
      { REGISTER: `${mine} AND r.state = 'STAGED'`, OWN_BRANCH: `${mine} AND r.state = 'STAGED'` },
    ),
    rows("RosterImport", { update: ["update"] }, { REGISTER: running, OWN_BRANCH: `${mine} AND ${running}` }),
    rows(
      "StagingRow",
      { select: ["read"], insert: ["update"], update: ["update"], delete: ["update"] },
      { REGISTER: butLeaders, OWN_BRANCH: myFile },
      `"rivals" = '{}'`,
    ),
    rows(
      "HeadMeaning",
      { select: ["read"], insert: ["update"], update: ["update"] },
      { REGISTER: butLeaders, OWN_BRANCH: everyRow },
      `"field" = NULL`,
    ),
    rows("Job", { select: ["read"] }, { REGISTER: everyRow, OWN_BRANCH: mine }),
    rows("Job", { insert: ["update"] }, { REGISTER: mine, OWN_BRANCH: mine }),
    rows(
      "Job",
      { update: ["update"] },
      { REGISTER: `r."endedAt" IS NULL`, OWN_BRANCH: `${mine} AND r."endedAt" IS NULL` },
      `"done" = r."total"`,
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
