import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/**
 * Rights on discipline decisions. The office enters and withdraws them before they are confirmed, a leader confirms; a branch and who was
 * disciplined read the confirmed ones alone, and nobody has a hand in the own case.
 */
export const disciplinesRows: readonly PolicyRow[] = [
  row("OFFICE", "discipline", "REGISTER", "read", "create", "update"),
  row("LEADER", "discipline", "REGISTER", "read", "confirm"),
  row("INSPECTOR", "discipline", "REGISTER", "read"),
  row("SECRETARY", "discipline", "OWN_BRANCH", "read"),
  row("ANYONE", "discipline", "SELF", "read"),
];
