import type { Resource } from "@/lib/core/policy-table/row";
import { ofBranch, ofMyself } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

const waits = `r.state = 'RECORDED'`;
const confirmed = `r.state = 'CONFIRMED'`;
const notMine = `CASE WHEN r."memberId" IS NULL THEN NOT ${ofBranch("own")} ELSE r."memberId" IS DISTINCT FROM me.member END`;

/** Discipline decisions: nobody has a hand in the own case, and branches read the confirmed ones alone. */
export const disciplineFootprints = {
  discipline: [
    rows("Discipline", read, {
      REGISTER: (role) => (role === "INSPECTOR" ? confirmed : `${confirmed} OR (${notMine})`),
      OWN_BRANCH: `${confirmed} AND ${ofBranch("own")}`,
      SELF: `${confirmed} AND ${ofMyself}`,
    }),
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
