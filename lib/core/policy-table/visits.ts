import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/**
 * Rights on what committee members find in the branches they are in charge of, and on the difficulties of branches. An update of
 * a report is of what one wrote oneself; SELF are the difficulties that a person owns by a seat of the committee. That something
 * cannot be done is leadership's answer to the branch: neither the owner nor the office may give it in its place. A branch is
 * reminded by who sees to it, and sees when it was.
 */
export const visitsRows: readonly PolicyRow[] = [
  row("OFFICE", "visitReport", "REGISTER", "read", "create", "update"),
  row("LEADER", "visitReport", "REGISTER", "read"),
  row("SECRETARY", "visitReport", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "visitReport", "ASSIGNED_BRANCH", "read", "create", "update"),
  row("OFFICE", "difficulty", "REGISTER", "read", "create", "update"),
  row("LEADER", "difficulty", "REGISTER", "read"),
  row("SECRETARY", "difficulty", "OWN_BRANCH", "read", "create"),
  row("IN_CHARGE", "difficulty", "ASSIGNED_BRANCH", "read", "create"),
  row("ANYONE", "difficulty", "SELF", "read", "update"),
  row("OFFICE", "difficultyAcceptance", "REGISTER", "create", "update"),
  row("LEADER", "difficultyAcceptance", "REGISTER", "create", "update"),
  row("LEADER", "difficultyRefusal", "REGISTER", "create"),
  row("OFFICE", "branchReminder", "REGISTER", "read", "create"),
  row("LEADER", "branchReminder", "REGISTER", "read", "create"),
  row("SECRETARY", "branchReminder", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "branchReminder", "ASSIGNED_BRANCH", "read", "create"),
];
