import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on assignments. */
export const assignmentsRows: readonly PolicyRow[] = [
  row("OFFICE", "assignment", "REGISTER", "read", "create", "update", "export"),
  row("LEADER", "assignment", "REGISTER", "read", "export"),
  row("INSPECTOR", "assignment", "REGISTER", "read"),
  row("SECRETARY", "assignment", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "assignment", "ASSIGNED_BRANCH", "read"),
  row("ANYONE", "assignment", "SELF", "read"),
];
