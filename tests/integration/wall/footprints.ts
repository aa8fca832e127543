import type { Resource } from "@/lib/core/policy-table/row";
import { announcementFootprints } from "./announcement-footprints";
import { assignmentPlanFootprints } from "./assignment-plan-footprints";
import { bulkEditFootprints } from "./bulk-edit-footprints";
import { everyRow, ofEvent, shownPaper, trail } from "./conditions";
import { decisionFootprints } from "./decision-footprints";
import { disciplineFootprints } from "./discipline-footprints";
import { all, confirms, type Footprint, keep, read, rows, write } from "./footprint";
import { importFootprints } from "./import-footprints";
import { inspectionDutyFootprints } from "./inspection-duty-footprints";
import { inspectionProgrammeFootprints } from "./inspection-programme-footprints";
import { inspectionProgressFootprints } from "./inspection-progress-footprints";
import { lifeCycleFootprints } from "./life-cycle-footprints";
import { meetingFootprints } from "./meeting-footprints";
import { memberMergeFootprints } from "./member-merge-footprints";
import { organizationFootprints } from "./organization-footprints";
import { partyDocumentFootprints } from "./party-document-footprints";
import { ratingOpinionFootprints } from "./rating-opinion-footprints";
import { reorganizationFootprints } from "./reorganization-footprints";
import { restoreFootprints } from "./restore-footprints";
import { ruleFootprints } from "./rule-footprints";
import { savedViewFootprints } from "./saved-view-footprints";
import { selfReviewFootprints } from "./self-review-footprints";
import { taskFootprints } from "./task-footprints";
import { trainingFootprints } from "./training-footprints";
import { visitFootprints } from "./visit-footprints";
import { workingRegulationFootprints } from "./working-regulation-footprints";

const ofMyAccount = `r."accountId" = me.account`;
const ofTheRegister = `EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."accountId" = r.id AND g."committeeId" = me.committee)
  OR EXISTS (SELECT 1 FROM "AccountMember" l WHERE l."accountId" = r.id AND l."committeeId" = me.committee)`;
const notMine = `r."accountId" IS DISTINCT FROM me.account`;
const untouched = (hand: string) =>
  `${notMine} AND r."confirmedAt" IS NULL AND (me.account IS NULL OR r."${hand}" IS DISTINCT FROM me.account)`;

/** Every resource of the policy table and the tables it lives in. A resource, verb or scope without a place here is a fault. */
export const footprints: Readonly<Record<Exclude<Resource, "publishedFigures">, readonly Footprint[]>> = {
  ...organizationFootprints,
  ...assignmentPlanFootprints,
  ...reorganizationFootprints,
  ...decisionFootprints,
  ...importFootprints,
  ...lifeCycleFootprints,
  ...savedViewFootprints,
  ...bulkEditFootprints,
  ...memberMergeFootprints,
  ...announcementFootprints,
  ...meetingFootprints,
  ...partyDocumentFootprints,
  ...workingRegulationFootprints,
  ...visitFootprints,
  ...inspectionDutyFootprints,
  ...inspectionProgressFootprints,
  ...inspectionProgrammeFootprints,
  ...selfReviewFootprints,
  ...ratingOpinionFootprints,
  ...disciplineFootprints,
  ...taskFootprints,
  ...trainingFootprints,

  ...restoreFootprints,
  ...ruleFootprints,
  target: [rows("Target", keep, all)],

  account: [
    rows("Account", { select: ["read"], update: ["update"] }, { REGISTER: ofTheRegister, SELF: "r.id = me.account" }),
    rows("Account", { insert: ["create"] }, { REGISTER: "true" }),
    rows(
      "OneTimeCode",
      { select: ["update"], insert: ["create"], update: ["update"] },
      {
        REGISTER: `EXISTS (SELECT 1 FROM "Account" a WHERE a.id = r."accountId" AND (${ofTheRegister.replaceAll("r.id", "a.id")}))`,
      },
      `"usedAt" = now()`,
    ),
    rows("Session", { select: ["read"], update: ["update"] }, { SELF: ofMyAccount }, `"endedAt" = now()`),
    rows(
      "AccountPreference",
      { select: ["read"], insert: ["update"], update: ["update"] },
      { SELF: ofMyAccount },
      `"locale" = 'en'`,
    ),
    rows(
      "CommandReceipt",
      { select: ["read"], insert: ["update"], update: ["update"] },
      {
        SELF: ofMyAccount,
      },
      `"command" = 'x'`,
    ),
  ],
  roleGrant: [
    rows("RoleGrant", read, { REGISTER: everyRow, SELF: ofMyAccount }),
    rows("RoleGrant", write, { REGISTER: notMine }, `"endsOn" = DATE '2099-01-01'`),
    rows("RoleGrant", { update: ["confirm"] }, { REGISTER: untouched("grantedById") }, confirms),
    rows("AccountMember", read, { REGISTER: everyRow, SELF: ofMyAccount }),
    rows("AccountMember", write, { REGISTER: notMine }, `"memberId" = gen_random_uuid(), "linkedById" = me.account`),
    rows("AccountMember", { update: ["confirm"] }, { REGISTER: untouched("linkedById") }, confirms),
    rows(
      "Session",
      { select: ["read"], update: ["update", "confirm"] },
      { REGISTER: `r."committeeId" = me.committee` },
      `"endedAt" = now()`,
    ),
  ],
  auditTrail: [
    rows("AuditEvent", read, trail("r")),
    rows("AuditChange", read, {
      REGISTER: ofEvent(trail("e").REGISTER),
      CASE: ofEvent(trail("e").CASE),
      SELF: ofEvent(trail("e").SELF),
    }),
    rows("AccessLog", read, {
      REGISTER: shownPaper,
      CASE: `r.type IN ('access.refused', 'session.opened', 'session.refused')`,
      SELF: `${ofMyAccount} AND ${shownPaper}`,
    }),
    rows("AccessLog", { insert: ["read"] }, { SELF: ofMyAccount }),
  ],
};
