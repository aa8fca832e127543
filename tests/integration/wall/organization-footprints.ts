import type { Resource } from "@/lib/core/policy-table/row";
import {
  assignedAndRunning,
  everyRow,
  holderOf,
  inBranches,
  inVillages,
  keptToday,
  memberOnce,
  memberToday,
  ofBranch,
  ofMyself,
  ofVillage,
  onCase,
  subjectOfCase,
  whileMember,
} from "./conditions";
import { all, branchRows, type Footprint, keep, kept, profiles, read, rows, write } from "./footprint";

const ownTable = (table: string, column: string) =>
  `EXISTS (SELECT 1 FROM "${table}" x WHERE x."committeeId" = r."committeeId" AND x."${column}" = r.id AND x."memberId" = me.member)`;

/** The skeleton of the register, its members, and who is in charge of which branch. */
export const organizationFootprints = {
  organization: [
    rows("Committee", read, { REGISTER: "r.id = me.committee", SELF: "r.id = me.committee" }),
    rows("CommitteeName", keep, { REGISTER: everyRow, SELF: everyRow }),
    rows("Term", keep, { REGISTER: everyRow, SELF: ownTable("CommitteeOffice", "termId") }),
    rows("Branch", keep, {
      REGISTER: everyRow,
      SELF: ["Membership", "BranchOffice", "Assignment"].map((table) => ownTable(table, "branchId")).join(" OR "),
    }),
    rows("BranchSuccession", keep, all, `"takesEffectOn" = DATE '2020-01-01'`),
    rows("VillageSuccession", { select: ["read"], insert: ["create"] }, all),
    rows("Village", keep, { REGISTER: everyRow, SELF: ownTable("CivilOffice", "villageId") }),
    rows("BranchVillage", keep, all, `"startsOn" = DATE '2014-01-01'`),
  ],
  branchContact: [
    rows("BranchContact", { select: ["read"], insert: ["create"], update: ["update"] }, branchRows("false")),
  ],
  committeeOffice: [
    rows("CommitteeOffice", keep, { REGISTER: everyRow, SELF: ofMyself }),
    rows("Member", read, { REGISTER: holderOf("CommitteeOffice") }),
  ],
  branchOffice: [
    rows("BranchOffice", keep, branchRows()),
    rows("CivilOffice", keep, {
      REGISTER: everyRow,
      OWN_BRANCH: ofVillage("own"),
      ASSIGNED_BRANCH: ofVillage("assigned"),
      SELF: ofMyself,
    }),
    rows("Member", read, {
      REGISTER: `${holderOf("BranchOffice")} OR ${holderOf("CivilOffice")}`,
      OWN_BRANCH: `${holderOf("BranchOffice", inBranches("own"))} OR ${holderOf("CivilOffice", inVillages("own"))}`,
      ASSIGNED_BRANCH: `${holderOf("BranchOffice", inBranches("assigned"))} OR ${holderOf("CivilOffice", inVillages("assigned"))}`,
    }),
  ],

  branchTerm: [rows("BranchTerm", keep, branchRows("false"))],

  member: [
    rows("Member", read, {
      REGISTER: everyRow,
      OWN_BRANCH: memberToday("own", "r.id"),
      ASSIGNED_BRANCH: memberToday("assigned", "r.id"),
      CASE: subjectOfCase("memberId", "r.id", onCase),
      SELF: "r.id = me.member",
    }),
    rows("Member", write, { REGISTER: everyRow, OWN_BRANCH: keptToday("own", "r.id") }),
  ],
  memberProfile: [rows("MemberProfile", read, profiles), rows("MemberProfile", write, kept, `"occupation" = 'x'`)],
  memberRegister: [
    rows("MemberProfile", { update: ["update"] }, kept, `"cardIssuedBy" = 'x'`),
    rows("MemberIdentity", { insert: ["update"], update: ["update"] }, kept),
  ],
  memberSensitive: [
    rows("MemberSensitive", keep, kept),
    rows("MemberIdentity", read, kept),
    rows("ExportOrder", { select: ["export"], insert: ["export"] }, { REGISTER: `r."accountId" = me.account` }),
  ],
  formerMember: [rows("Member", read, { REGISTER: everyRow, OWN_BRANCH: memberOnce("r.id") })],
  membership: [
    rows("Membership", keep, {
      ...profiles,
      OWN_BRANCH: `${ofBranch("own")} OR r.kind = 'TEMPORARY' AND ${keptToday("own")}`,
      ASSIGNED_BRANCH: assignedAndRunning,
    }),
    rows("MemberStatus", keep, { ...profiles, OWN_BRANCH: `${memberToday("own")} OR ${whileMember}` }),
  ],
  badge: [
    rows(
      "PartyBadge",
      { select: ["read"], insert: ["create"] },
      { REGISTER: everyRow, OWN_BRANCH: keptToday("own"), SELF: ofMyself },
    ),
    rows("PartyBadge", { update: ["update"] }, { REGISTER: `r.state = 'PROPOSED'` }),
  ],
  rollClosing: [
    rows(
      "RollClosing",
      { select: ["read"], insert: ["create"] },
      { REGISTER: everyRow, OWN_BRANCH: "cardinality(me.own) > 0" },
    ),
    rows(
      "RollClosingEntry",
      { select: ["read"], insert: ["create"] },
      { REGISTER: everyRow, OWN_BRANCH: ofBranch("own") },
    ),
    rows("RollCorrection", read, { REGISTER: everyRow, OWN_BRANCH: ofBranch("own") }),
  ],

  assignment: [
    rows("Assignment", keep, branchRows()),
    rows("Member", read, {
      REGISTER: holderOf("Assignment"),
      OWN_BRANCH: holderOf("Assignment", inBranches("own")),
      ASSIGNED_BRANCH: holderOf("Assignment", inBranches("assigned")),
    }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
