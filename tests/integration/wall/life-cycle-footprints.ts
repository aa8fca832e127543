import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, ofBranch } from "./conditions";
import { all, confirms, type Footprint, read, rows } from "./footprint";

/* `d` is the dossier, `r` the row that belongs to it, or the transfer. Nobody acts in what is about themselves. */

const notMine = (row: string) => `(${row}."memberId" IS NULL OR ${row}."memberId" IS DISTINCT FROM me.member)`;
const inOwnBranch = (row: string) => `${row}."branchId" = ANY (me.own)`;

/** Of the own branches, less expulsions and what is about oneself until it has taken effect. */
const shown = (row: string) =>
  `${inOwnBranch(row)} AND (${row}.state = 'DONE' OR ${row}.kind <> 'EXPULSION' AND ${notMine(row)})`;
const running = (row: string) => `${row}.state IN ('OPEN', 'VOTED') AND ${notMine(row)}`;
const branchWorks = (row: string) => `${inOwnBranch(row)} AND ${row}.kind <> 'EXPULSION' AND ${running(row)}`;

/** The dossier of the row is such a one. */
const dossierIs = (condition: string) =>
  `EXISTS (SELECT 1 FROM "Dossier" d WHERE d."committeeId" = r."committeeId" AND d.id = r."dossierId" AND ${condition})`;
const parts: Footprint["rows"] = { REGISTER: dossierIs(running("d")), OWN_BRANCH: dossierIs(branchWorks("d")) };
const partsRead = (table: string) => rows(table, read, { REGISTER: everyRow, OWN_BRANCH: dossierIs(shown("d")) });
const inMyHand = `r."accountId" = me.account AND ${dossierIs(notMine("d"))}`;

const recorded = `state = 'RECORDED', "recordedById" = me.account, "decidedBy" = 'STANDING_COMMITTEE', "decisionNumber" = '1',
  "decidedOn" = DATE '2030-01-01', "receivedOn" = NULL, "minutesNumber" = '1'`;

const touches = (reach: "fromBranchId" | "toBranchId") => `r."${reach}" = ANY (me.own)`;
const decided = (state: "ACCEPTED" | "CANCELLED", more = "") =>
  `state = '${state}', "decidedById" = me.account, "decidedBy" = 'x', "decidedOn" = DATE '2026-01-01'${more}`;

/** Vote sheets, dossiers, transfers and the templates of papers. */
export const lifeCycleFootprints = {
  voteSheet: [
    rows("VoteSheet", { select: ["read"], insert: ["create"] }, { REGISTER: everyRow, OWN_BRANCH: ofBranch("own") }),
    rows("VoteCountedOut", read, {
      REGISTER: everyRow,
      OWN_BRANCH: `EXISTS (SELECT 1 FROM "VoteSheet" s WHERE s."committeeId" = r."committeeId" AND s.id = r."sheetId"
        AND s."branchId" = ANY (me.own))`,
    }),
  ],
  dossier: [
    rows("Dossier", read, { REGISTER: everyRow, OWN_BRANCH: shown("r") }),
    rows(
      "Dossier",
      { insert: ["create"] },
      {
        REGISTER: `(r.state = 'OPEN' OR r.kind = 'DEATH') AND ${notMine("r")}`,
        OWN_BRANCH: `${inOwnBranch("r")} AND r.state = 'OPEN' AND r.kind NOT IN ('EXPULSION', 'DEATH') AND ${notMine("r")}`,
      },
    ),
    rows(
      "Dossier",
      { update: ["update"] },
      { REGISTER: `r.state NOT IN ('DONE', 'CLOSED') AND ${notMine("r")}`, OWN_BRANCH: branchWorks("r") },
      `"reason" = 'x'`,
    ),
    rows(
      "Dossier",
      { update: ["record"] },
      { REGISTER: `r.state IN ('OPEN', 'VOTED', 'RECORDED') AND ${notMine("r")}` },
      recorded,
    ),
    rows(
      "Dossier",
      { update: ["confirm"] },
      {
        REGISTER: `r.state = 'RECORDED' AND ${notMine("r")} AND me.account IS NOT NULL
          AND r."recordedById" IS DISTINCT FROM me.account AND r."openedById" IS DISTINCT FROM me.account`,
      },
      `state = 'DECIDED', ${confirms}`,
    ),
    partsRead("Candidate"),
    partsRead("DossierIntroducer"),
    partsRead("DossierPaper"),
    partsRead("DossierStep"),
    rows("Candidate", { insert: ["create"], update: ["update"] }, parts, `"occupation" = 'x'`),
    rows("DossierIntroducer", { insert: ["update"], delete: ["update"] }, parts),
    rows("DossierPaper", { insert: ["create"], update: ["update"] }, parts, `"receivedOn" = DATE '2026-01-01'`),
    rows(
      "DossierStep",
      { insert: ["update"] },
      {
        REGISTER: `r.kind <> 'CONFIRMED' AND ${inMyHand}`,
        OWN_BRANCH: `r.kind IN ('OPENED', 'CONDITIONS', 'VOTED', 'CLOSED') AND ${inMyHand}
          AND ${dossierIs(`${inOwnBranch("d")} AND d.kind <> 'EXPULSION'`)}`,
      },
    ),
    rows("DossierStep", { insert: ["confirm"] }, { REGISTER: `r.kind IN ('CONFIRMED', 'RETURNED') AND ${inMyHand}` }),
  ],
  transfer: [
    rows("Transfer", read, {
      REGISTER: everyRow,
      OWN_BRANCH: `${touches("fromBranchId")} OR ${touches("toBranchId")}`,
    }),
    rows(
      "Transfer",
      { insert: ["create"] },
      {
        REGISTER: `r.state = 'PENDING' AND me.account IS NOT NULL AND ${notMine("r")}`,
        OWN_BRANCH: `r.state = 'PENDING' AND ${touches("fromBranchId")} AND ${notMine("r")}`,
      },
    ),
    rows(
      "Transfer",
      { update: ["create"] },
      {
        REGISTER: `r.state = 'PENDING' AND me.account IS NOT NULL AND ${notMine("r")}`,
        OWN_BRANCH: `r.state = 'PENDING' AND ${touches("fromBranchId")} AND r."proposedById" = me.account AND ${notMine("r")}`,
      },
      decided("CANCELLED", `, "closeReason" = 'x'`),
    ),
    rows(
      "Transfer",
      { update: ["confirm"] },
      { REGISTER: `r.state = 'PENDING' AND r."proposedById" <> me.account AND ${notMine("r")}` },
      decided("ACCEPTED"),
    ),
    rows(
      "Transfer",
      { update: ["update"] },
      {
        REGISTER: `r.state = 'ACCEPTED' AND me.account IS NOT NULL AND r."toBranchId" IS NOT NULL AND ${notMine("r")}`,
        OWN_BRANCH: `r.state = 'ACCEPTED' AND ${touches("toBranchId")} AND ${notMine("r")}`,
      },
      `"receivedOn" = DATE '2026-01-01'`,
    ),
    rows(
      "Transfer",
      { update: ["update"] },
      { REGISTER: `r.state IN ('PENDING', 'ACCEPTED') AND me.account IS NOT NULL AND ${notMine("r")}` },
      `"letterNumber" = 'x', "letterOn" = DATE '2026-01-01'`,
    ),
    rows("Newcomer", read, all),
    rows("Newcomer", { insert: ["create"] }, { REGISTER: "me.account IS NOT NULL" }),
  ],
  documentTemplate: [
    rows("DocumentTemplate", read, all),
    rows("DocumentTemplate", { insert: ["create"] }, { REGISTER: `r."acceptedById" = me.account` }),
    rows(
      "TemplateCheck",
      { select: ["create"], insert: ["create"], delete: ["create"] },
      { REGISTER: `r."accountId" = me.account` },
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
