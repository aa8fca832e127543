import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on assignments, and on plans of them: the office writes and submits one, a leader sends it back or issues it. */
export const assignmentsRows: readonly PolicyRow[] = [
  row("OFFICE", "assignment", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "assignment", "REGISTER", "read", "export"),
  row("OFFICE", "assignmentPlan", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "assignmentPlan", "REGISTER", "read", "confirm", "export"),
  row("INSPECTOR", "assignment", "REGISTER", "read"),
  row("SECRETARY", "assignment", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "assignment", "ASSIGNED_BRANCH", "read"),
  row("ANYONE", "assignment", "SELF", "read"),
];
