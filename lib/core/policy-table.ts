import type { Actor } from "@/lib/core/actor";
import { accountsRows } from "@/lib/core/policy-table/accounts";
import { admissionsRows } from "@/lib/core/policy-table/admissions";
import { announcementsRows } from "@/lib/core/policy-table/announcements";
import { assignmentsRows } from "@/lib/core/policy-table/assignments";
import { disciplinesRows } from "@/lib/core/policy-table/disciplines";
import { inspectionsRows } from "@/lib/core/policy-table/inspections";
import { meetingsRows } from "@/lib/core/policy-table/meetings";
import { membersRows } from "@/lib/core/policy-table/members";
import { organizationRows } from "@/lib/core/policy-table/organization";
import { partyDocumentsRows } from "@/lib/core/policy-table/party-documents";
import { ratingOpinionsRows } from "@/lib/core/policy-table/rating-opinions";
import { ratingsRows } from "@/lib/core/policy-table/ratings";
import type { PolicyRow, Resource, Scope, Verb } from "@/lib/core/policy-table/row";
import { ruleSetsRows } from "@/lib/core/policy-table/rule-sets";
import { selfReviewsRows } from "@/lib/core/policy-table/self-reviews";
import { tasksRows } from "@/lib/core/policy-table/tasks";
import { trainingRows } from "@/lib/core/policy-table/training";
import { visitsRows } from "@/lib/core/policy-table/visits";
import { workingRegulationsRows } from "@/lib/core/policy-table/working-regulations";

/**
 * Who may do what, as data. Read by every feature's `policy.ts`, by the page that tells what a person sees, and by the test
 * that compares it with row level security. What is not listed is denied.
 */
export const policyTable: readonly PolicyRow[] = [
  ...organizationRows,
  ...membersRows,
  ...admissionsRows,
  ...assignmentsRows,
  ...meetingsRows,
  ...partyDocumentsRows,
  ...workingRegulationsRows,
  ...visitsRows,
  ...announcementsRows,
  ...ratingsRows,
  ...selfReviewsRows,
  ...ratingOpinionsRows,
  ...inspectionsRows,
  ...disciplinesRows,
  ...tasksRows,
  ...trainingRows,
  ...ruleSetsRows,
  ...accountsRows,
];

/** How far the actor's rights reach for one verb on one resource; empty where it is denied. The system acts on all. */
export function scopesOf(actor: Pick<Actor, "roles">, resource: Resource, verb: Verb): Scope[] {
  if (actor.roles.includes("SYSTEM")) return ["REGISTER"];
  const rows = policyTable.filter(
    (one) =>
      one.resource === resource &&
      one.verbs.includes(verb) &&
      (one.role === "ANYONE" || actor.roles.includes(one.role)),
  );
  return [...new Set(rows.map((one) => one.scope))];
}

/** Whether the right reaches the whole register. */
export function reachesRegister(actor: Pick<Actor, "roles">, resource: Resource, verb: Verb): boolean {
  return scopesOf(actor, resource, verb).includes("REGISTER");
}

/** The branches a branch-wide right reaches: own, assigned, or both. Not meant for rights over the register. */
export function branchesOf(
  actor: Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">,
  resource: Resource,
  verb: Verb,
): string[] {
  const scopes = scopesOf(actor, resource, verb);
  return [
    ...(scopes.includes("OWN_BRANCH") ? actor.ownBranchIds : []),
    ...(scopes.includes("ASSIGNED_BRANCH") ? actor.assignedBranchIds : []),
  ];
}

/** Whether the right reaches that branch, by the register or by the branch itself. */
export function reachesBranch(
  actor: Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">,
  resource: Resource,
  verb: Verb,
  branchId: string | null,
): boolean {
  if (reachesRegister(actor, resource, verb)) return true;
  return branchId !== null && branchesOf(actor, resource, verb).includes(branchId);
}
