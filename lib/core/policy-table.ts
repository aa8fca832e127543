import type { Actor, ActorRole } from "@/lib/core/actor";

/** What rights are given on. */
export type Resource =
  | "organization"
  | "reorganization"
  | "reorganizationPlan"
  | "branchContact"
  | "committeeOffice"
  | "branchOffice"
  | "member"
  | "memberProfile"
  | "memberRegister"
  | "memberSensitive"
  | "formerMember"
  | "membership"
  | "savedView"
  | "rollClosing"
  | "rosterImport"
  | "badge"
  | "voteSheet"
  | "dossier"
  | "transfer"
  | "documentTemplate"
  | "assignment"
  | "ratingRound"
  | "ratingProposal"
  | "rating"
  | "committeeRating"
  | "inspection"
  | "openInspection"
  | "ruleSet"
  | "target"
  | "account"
  | "roleGrant"
  | "auditTrail"
  | "publishedFigures";

/** What may be done; record and confirm are the two halves of a collective decision; undo takes back what another did. */
export type Verb = "read" | "create" | "update" | "record" | "confirm" | "export" | "undo";

/**
 * How far a right reaches. CASE: the cases in whose team the person is, that the person opened as an inspector or oversees by
 * office, less those about the person or an own branch (SOD-6); of accounts: their events in the audit trail.
 */
export type Scope = "REGISTER" | "OWN_BRANCH" | "ASSIGNED_BRANCH" | "CASE" | "SELF";

/** One row of the table: a role, a resource, what it may do with it and how far that reaches. */
export type PolicyRow = {
  readonly role: ActorRole | "ANYONE";
  readonly resource: Resource;
  readonly verbs: readonly Verb[];
  readonly scope: Scope;
};

const row = (role: PolicyRow["role"], resource: Resource, scope: Scope, ...verbs: Verb[]): PolicyRow => ({
  role,
  resource,
  verbs,
  scope,
});

/**
 * Who may do what, as data. Read by every feature's `policy.ts`, by the page that tells what a person sees, and by the test
 * that compares it with row level security. What is not listed is denied.
 */
export const policyTable: readonly PolicyRow[] = [
  row("OFFICE", "organization", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "organization", "REGISTER", "read", "export"),
  row("INSPECTOR", "organization", "REGISTER", "read"),
  row("SECRETARY", "organization", "REGISTER", "read"),
  row("IN_CHARGE", "organization", "REGISTER", "read"),
  row("ANYONE", "organization", "SELF", "read"),
  row("OFFICE", "reorganization", "REGISTER", "read"),
  row("LEADER", "reorganization", "REGISTER", "read"),
  row("INSPECTOR", "reorganization", "REGISTER", "read"),
  row("SECRETARY", "reorganization", "REGISTER", "read"),
  row("IN_CHARGE", "reorganization", "REGISTER", "read"),
  row("OFFICE", "reorganizationPlan", "REGISTER", "read", "create", "update"),
  row("LEADER", "reorganizationPlan", "REGISTER", "read", "confirm"),
  row("OFFICE", "branchContact", "REGISTER", "read", "create", "update"),
  row("LEADER", "branchContact", "REGISTER", "read"),
  row("SECRETARY", "branchContact", "OWN_BRANCH", "read", "update"),
  row("IN_CHARGE", "branchContact", "ASSIGNED_BRANCH", "read"),
  row("OFFICE", "committeeOffice", "REGISTER", "read", "create", "update"),
  row("LEADER", "committeeOffice", "REGISTER", "read"),
  row("INSPECTOR", "committeeOffice", "REGISTER", "read"),
  row("ANYONE", "committeeOffice", "SELF", "read"),
  row("OFFICE", "branchOffice", "REGISTER", "read", "create", "update"),
  row("LEADER", "branchOffice", "REGISTER", "read"),
  row("INSPECTOR", "branchOffice", "REGISTER", "read"),
  row("SECRETARY", "branchOffice", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "branchOffice", "ASSIGNED_BRANCH", "read"),
  row("ANYONE", "branchOffice", "SELF", "read"),

  row("OFFICE", "member", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "member", "REGISTER", "read", "export"),
  row("SECRETARY", "member", "OWN_BRANCH", "read", "update", "export"),
  row("IN_CHARGE", "member", "ASSIGNED_BRANCH", "read"),
  row("INSPECTOR", "member", "CASE", "read"),
  row("ANYONE", "member", "SELF", "read"),
  row("OFFICE", "memberProfile", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "memberProfile", "REGISTER", "read", "export"),
  row("SECRETARY", "memberProfile", "OWN_BRANCH", "read", "update", "export"),
  row("IN_CHARGE", "memberProfile", "ASSIGNED_BRANCH", "read"),
  row("INSPECTOR", "memberProfile", "CASE", "read"),
  row("ANYONE", "memberProfile", "SELF", "read"),
  row("OFFICE", "memberRegister", "REGISTER", "update"),
  row("OFFICE", "memberSensitive", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "memberSensitive", "REGISTER", "read"),
  row("SECRETARY", "memberSensitive", "OWN_BRANCH", "read", "update"),
  row("ANYONE", "memberSensitive", "SELF", "read"),
  row("OFFICE", "formerMember", "REGISTER", "read", "export"),
  row("LEADER", "formerMember", "REGISTER", "read", "export"),
  row("SECRETARY", "formerMember", "OWN_BRANCH", "read"),
  row("OFFICE", "membership", "REGISTER", "read", "create", "update"),
  row("LEADER", "membership", "REGISTER", "read"),
  row("SECRETARY", "membership", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "membership", "ASSIGNED_BRANCH", "read"),
  row("INSPECTOR", "membership", "CASE", "read"),
  row("ANYONE", "membership", "SELF", "read"),

  row("OFFICE", "savedView", "REGISTER", "read", "create", "update"),
  row("LEADER", "savedView", "REGISTER", "read"),
  row("ANYONE", "savedView", "SELF", "read", "create", "update"),
  row("OFFICE", "rosterImport", "REGISTER", "read", "create", "update", "undo"),
  row("LEADER", "rosterImport", "REGISTER", "read", "undo"),
  row("SECRETARY", "rosterImport", "OWN_BRANCH", "read", "create", "update"),
  row("OFFICE", "badge", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "badge", "REGISTER", "read", "export"),
  row("SECRETARY", "badge", "OWN_BRANCH", "read"),
  row("ANYONE", "badge", "SELF", "read"),
  row("OFFICE", "voteSheet", "REGISTER", "read", "create"),
  row("LEADER", "voteSheet", "REGISTER", "read"),
  row("SECRETARY", "voteSheet", "OWN_BRANCH", "read", "create"),
  row("OFFICE", "dossier", "REGISTER", "read", "create", "update", "record"),
  row("LEADER", "dossier", "REGISTER", "read", "confirm"),
  row("SECRETARY", "dossier", "OWN_BRANCH", "read", "create", "update"),
  row("OFFICE", "transfer", "REGISTER", "read", "create", "update", "confirm"),
  row("LEADER", "transfer", "REGISTER", "read", "confirm"),
  row("SECRETARY", "transfer", "OWN_BRANCH", "read", "create", "update"),

  row("OFFICE", "documentTemplate", "REGISTER", "read", "create"),
  row("LEADER", "documentTemplate", "REGISTER", "read"),
  row("SECRETARY", "documentTemplate", "REGISTER", "read"),
  row("OFFICE", "rollClosing", "REGISTER", "read", "create"),
  row("LEADER", "rollClosing", "REGISTER", "read"),
  row("SECRETARY", "rollClosing", "OWN_BRANCH", "read"),
  row("OFFICE", "assignment", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "assignment", "REGISTER", "read", "export"),
  row("INSPECTOR", "assignment", "REGISTER", "read"),
  row("SECRETARY", "assignment", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "assignment", "ASSIGNED_BRANCH", "read"),
  row("ANYONE", "assignment", "SELF", "read"),

  row("OFFICE", "ratingRound", "REGISTER", "read", "create", "update"),
  row("LEADER", "ratingRound", "REGISTER", "read"),
  row("INSPECTOR", "ratingRound", "REGISTER", "read"),
  row("SECRETARY", "ratingRound", "REGISTER", "read"),
  row("IN_CHARGE", "ratingRound", "REGISTER", "read"),
  row("ANYONE", "ratingRound", "SELF", "read"),
  row("OFFICE", "ratingProposal", "REGISTER", "read", "create", "update"),
  row("LEADER", "ratingProposal", "REGISTER", "read"),
  row("SECRETARY", "ratingProposal", "OWN_BRANCH", "read", "create", "update"),
  row("OFFICE", "rating", "REGISTER", "read", "record", "export"),
  row("LEADER", "rating", "REGISTER", "read", "record", "confirm", "export"),
  row("SECRETARY", "rating", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "rating", "ASSIGNED_BRANCH", "read"),
  row("INSPECTOR", "rating", "CASE", "read"),
  row("ANYONE", "rating", "SELF", "read"),
  row("ANYONE", "committeeRating", "REGISTER", "read"),

  row("OFFICE", "inspection", "REGISTER", "read", "create", "export"),
  row("LEADER", "inspection", "REGISTER", "read", "export"),
  row("INSPECTOR", "inspection", "REGISTER", "read", "create"),
  row("SECRETARY", "inspection", "OWN_BRANCH", "read"),
  row("ANYONE", "inspection", "SELF", "read"),
  row("INSPECTOR", "openInspection", "CASE", "read", "create", "update"),
  row("PARTY_SECRETARY", "openInspection", "CASE", "read"),
  row("INSPECTION_HEAD", "openInspection", "CASE", "read"),
  row("ANYONE", "openInspection", "CASE", "read"),

  row("OFFICE", "ruleSet", "REGISTER", "read", "create"),
  row("LEADER", "ruleSet", "REGISTER", "read"),
  row("INSPECTOR", "ruleSet", "REGISTER", "read"),
  row("SECRETARY", "ruleSet", "REGISTER", "read"),
  row("IN_CHARGE", "ruleSet", "REGISTER", "read"),
  row("OFFICE", "target", "REGISTER", "read", "create", "update"),
  row("LEADER", "target", "REGISTER", "read"),
  row("INSPECTOR", "target", "REGISTER", "read"),
  row("SECRETARY", "target", "REGISTER", "read"),
  row("IN_CHARGE", "target", "REGISTER", "read"),
  row("OFFICE", "publishedFigures", "REGISTER", "read"),
  row("LEADER", "publishedFigures", "REGISTER", "read"),
  row("INSPECTOR", "publishedFigures", "REGISTER", "read"),
  row("SECRETARY", "publishedFigures", "REGISTER", "read"),
  row("IN_CHARGE", "publishedFigures", "REGISTER", "read"),

  row("ADMIN", "account", "REGISTER", "read", "create", "update"),
  row("LEADER", "account", "REGISTER", "read"),
  row("OFFICE", "account", "REGISTER", "read"),
  row("ANYONE", "account", "SELF", "read", "update"),
  row("ADMIN", "roleGrant", "REGISTER", "read", "create", "update"),
  row("LEADER", "roleGrant", "REGISTER", "read", "confirm"),
  row("ANYONE", "roleGrant", "SELF", "read"),
  row("LEADER", "auditTrail", "REGISTER", "read"),
  row("ADMIN", "auditTrail", "CASE", "read"),
  row("ANYONE", "auditTrail", "SELF", "read"),
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
