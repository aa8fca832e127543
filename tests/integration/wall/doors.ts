import { type Actor, hasRole } from "@/lib/core/actor";
import { reachesBranch, scopesOf } from "@/lib/core/policy-table";
import type { Resource, Verb } from "@/lib/core/policy-table/row";

/* The functions of the database that answer beside row level security, and to whom. */

const reaches = (resource: Resource, verb: Verb) => (actor: Actor) =>
  scopesOf(actor, resource, verb).includes("REGISTER");

/**
 * A call, and who gets anything from it. `$account`, `$name`, `$departed`, `$case`, `$branch`, `$done`, `$builtOn`,
 * `$mergeOpen`, `$mergeDone`, `$archiveOpen` and `$archiveDone` stand for somebody else's account, a member's folded name, one who has left, an open case, a
 * branch, others' imports that may, and may not, be undone, and others' merges and archivings, open and done; `circle` are the sessions of those who see that case.
 */
export type Door = {
  readonly call: string;
  readonly opensTo: (actor: Actor, circle: readonly string[], branchId: string) => boolean;
};

export const doors: Readonly<Record<string, Door>> = {
  year_figures: { call: "app.year_figures(2022, app.today())", opensTo: reaches("publishedFigures", "read") },
  rating_years: { call: "app.rating_years(2022)", opensTo: reaches("publishedFigures", "read") },
  account_reach: { call: "app.account_reach($account)", opensTo: reaches("roleGrant", "read") },
  linked_members: {
    call: `SELECT count(*) FROM app.linked_members() WHERE "accountId" = $account HAVING count(*) > 0`,
    opensTo: reaches("account", "read"),
  },
  members_named: { call: "SELECT id FROM app.members_named($name) LIMIT 1", opensTo: reaches("roleGrant", "create") },
  people_named: {
    call: "SELECT id FROM app.people_named(app.today(), ARRAY[$name], '{}') LIMIT 1",
    opensTo: reaches("inspection", "create"),
  },
  is_past_self_review: {
    call: `SELECT nullif(app.is_past_self_review(r."roundId", r."memberId", r."branchId"), false) FROM "Rating" r
      WHERE r.subject = 'COMMITTEE' LIMIT 1`,
    opensTo: (actor) => reaches("selfReview", "read")(actor),
  },
  /* Who holds a post is told of the own one. */
  leading_members: {
    call: "SELECT id FROM app.leading_members(app.today()) AS id LIMIT 1",
    opensTo: (actor) =>
      reaches("committeeOffice", "read")(actor) ||
      [...actor.ownBranchIds, ...actor.assignedBranchIds].length > 0 ||
      hasRole(actor, "PARTY_SECRETARY", "INSPECTION_HEAD"),
  },
  case_team: {
    call: "SELECT count(*) FROM app.case_team($case) HAVING count(*) > 0",
    opensTo: (actor, circle) => circle.includes(actor.sessionId),
  },
  field_sources: {
    call: "SELECT count(*) FROM app.field_sources($departed) HAVING count(*) > 0",
    opensTo: reaches("memberProfile", "read"),
  },
  member_changes: {
    call: "SELECT count(*) FROM app.member_changes($departed) HAVING count(*) > 0",
    opensTo: reaches("memberSensitive", "read"),
  },
  member_readings: {
    call: "SELECT count(*) FROM app.member_readings($departed) HAVING count(*) > 0",
    opensTo: reaches("memberSensitive", "read"),
  },
  changed_since_import: {
    call: "SELECT id FROM app.changed_since_import($builtOn) LIMIT 1",
    opensTo: reaches("rosterImport", "undo"),
  },
  undo_import: {
    call: "SELECT count(*) FROM app.undo_import($done) HAVING count(*) > 0",
    opensTo: (actor) => reaches("rosterImport", "undo")(actor) && !actor.roles.includes("SYSTEM"),
  },
  merge_members: {
    call: "SELECT app.merge_members($mergeOpen, 'x', NULL)",
    opensTo: (actor) => reaches("memberMerge", "confirm")(actor) && !actor.roles.includes("SYSTEM"),
  },
  undo_merge: {
    call: "SELECT app.undo_merge($mergeDone)",
    opensTo: (actor) => reaches("memberMerge", "undo")(actor) && !actor.roles.includes("SYSTEM"),
  },
  archive_member: {
    call: "SELECT app.archive_member($archiveOpen, 'x')",
    opensTo: (actor) => reaches("memberArchive", "confirm")(actor) && !actor.roles.includes("SYSTEM"),
  },
  undo_archive: {
    call: "SELECT app.undo_archive($archiveDone)",
    opensTo: (actor) => reaches("memberArchive", "undo")(actor) && !actor.roles.includes("SYSTEM"),
  },
  voters_of: {
    call: "SELECT count(*) FROM app.voters_of($branch, app.today()) HAVING count(*) > 0",
    opensTo: (actor, _circle, branchId) => reachesBranch(actor, "voteSheet", "read", branchId),
  },
  roll_stays: {
    call: "SELECT count(*) FROM app.roll_stays('2022-01-01', '2022-12-31') HAVING count(*) > 0",
    opensTo: (actor) => reaches("formerMember", "read")(actor) || actor.ownBranchIds.length > 0,
  },
  verify_audit: {
    call: "SELECT checked FROM app.verify_audit()",
    opensTo: (actor) => scopesOf(actor, "auditTrail", "read").some((scope) => scope !== "SELF"),
  },
};

/** Functions that tell a person about nobody but that person, or write what the person did. */
export const ownFunctions = [
  "account",
  "add_rows",
  "append_audit",
  "assigned_branches",
  "case_members",
  "case_subjects",
  "claims",
  "committee",
  "confirmed_revisions",
  "confirming_members",
  "enter",
  "has",
  "in_case_circle",
  "issued_plans",
  "keep_added",
  "keep_corrections",
  "keep_images",
  "keeps_case",
  "keeps_holder",
  "kept_from_case",
  "look_at_members",
  "member",
  "migrations_applied",
  "named_members",
  "officers",
  "open_profiles",
  "own_branches",
  "own_members",
  "own_seats",
  "patch_rows",
  "planned_for_own",
  "purge_archives",
  "purge_bulk_edits",
  "purge_imports",
  "purge_merges",
  "read_branches",
  "register_accounts",
  "registers_led_by",
  "reorganized_branches",
  "runs_import",
  "sees_inspection",
  "session_id",
  "today",
  "transaction_stamp",
  "whole_files_today",
  "works_on_inspection",
];
