import type { Resource } from "@/lib/core/policy-table/row";
import { all, type Footprint, read, rows } from "./footprint";

type Reach = "own" | "assigned";

/** The paper is for chosen branches, mine among them. */
const forBranch = (
  reach: Reach,
  of = "r",
) => `${of}.audience = 'CHOSEN_BRANCHES' AND EXISTS (SELECT 1 FROM "PartyDocumentBranch" b
  WHERE b."committeeId" = ${of}."committeeId" AND b."documentId" = ${of}.id AND b."branchId" = ANY (me.${reach}))`;
const forAll = `r.audience = 'ALL_BRANCHES'`;
/** The paper of the file is such a one. */
const fileOf = (condition: string) => `EXISTS (SELECT 1 FROM "PartyDocument" d WHERE d."committeeId" = r."committeeId"
  AND d.id = r."documentId" AND ${condition})`;
/** The paper is for a branch and stands. */
const passable = fileOf(`d."annulledOn" IS NULL AND d.audience <> 'NO_BRANCH'`);
/** No own paper of that kind and term has its number. */
const unused = `NOT EXISTS (SELECT 1 FROM "PartyDocument" d WHERE d."committeeId" = r."committeeId" AND d.direction = 'OWN'
  AND d."termId" = r."termId" AND d.kind = r.kind)`;
const standing = { REGISTER: `r."annulledOn" IS NULL` };
const mine = (reach: Reach) => `r."branchId" = ANY (me.${reach})`;

/** Papers of the register: what is for all is for everybody with an office, the rest for whom it is addressed to; an annulled one stays as it is. */
export const partyDocumentFootprints = {
  partyDocument: [
    rows("PartyDocument", read, {
      REGISTER: all.REGISTER,
      OWN_BRANCH: forBranch("own"),
      ASSIGNED_BRANCH: forBranch("assigned"),
    }),
    rows("PartyDocument", { insert: ["create"] }, standing),
    rows("PartyDocument", { update: ["update"] }, standing),
    rows("PartyDocumentBranch", read, {
      REGISTER: all.REGISTER,
      OWN_BRANCH: mine("own"),
      ASSIGNED_BRANCH: mine("assigned"),
    }),
    rows("PartyDocumentFile", read, {
      REGISTER: all.REGISTER,
      OWN_BRANCH: fileOf(forBranch("own", "d")),
      ASSIGNED_BRANCH: fileOf(forBranch("assigned", "d")),
    }),
    rows("PartyDocumentFile", { insert: ["create"] }, { REGISTER: fileOf(`d."annulledOn" IS NULL`) }),
    rows("PartyDocumentBranch", { insert: ["create"], delete: ["update"] }, all),
    rows("FirstNumber", read, all),
    rows("FirstNumber", { insert: ["create"] }, { REGISTER: unused }),
    rows("FirstNumber", { update: ["update"] }, { REGISTER: unused }, `"version" = 7, "recordedById" = me.account`),
  ],
  dissemination: [
    rows("Dissemination", read, {
      REGISTER: all.REGISTER,
      OWN_BRANCH: mine("own"),
      ASSIGNED_BRANCH: mine("assigned"),
    }),
    rows("Dissemination", { insert: ["create"] }, { REGISTER: passable, OWN_BRANCH: `${passable} AND ${mine("own")}` }),
    rows(
      "Dissemination",
      { update: ["update"] },
      { REGISTER: all.REGISTER, OWN_BRANCH: mine("own") },
      `"version" = 7, "recordedById" = me.account`,
    ),
    ...["CatchUp", "VillageTelling"].flatMap((table) => [
      rows(table, read, { REGISTER: all.REGISTER, OWN_BRANCH: mine("own"), ASSIGNED_BRANCH: mine("assigned") }),
      rows(table, { insert: ["create"] }, { REGISTER: passable, OWN_BRANCH: `${passable} AND ${mine("own")}` }),
      rows(table, { delete: ["update"] }, { REGISTER: all.REGISTER, OWN_BRANCH: mine("own") }),
    ]),
  ],
  circular: [
    rows("PartyDocument", read, { REGISTER: forAll }),
    rows("PartyDocumentFile", read, { REGISTER: fileOf(forAll.replace("r.", "d.")) }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
