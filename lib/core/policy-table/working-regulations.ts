import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on the working regulations of branches: who reads the branch reads them, the branch itself and the office keep them. */
export const workingRegulationsRows: readonly PolicyRow[] = [
  row("OFFICE", "workingRegulation", "REGISTER", "read", "create", "update"),
  row("LEADER", "workingRegulation", "REGISTER", "read"),
  row("INSPECTOR", "workingRegulation", "REGISTER", "read"),
  row("SECRETARY", "workingRegulation", "OWN_BRANCH", "read", "create", "update"),
  row("IN_CHARGE", "workingRegulation", "ASSIGNED_BRANCH", "read"),
];
