import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/**
 * Rights on the register of Party documents: the office keeps it, leadership reads all of it, a branch what is addressed to it.
 * Whether a branch has passed a paper on is the branch's to say, or the office's for it. A circular is what is for all branches; everybody with an office reads it.
 */
export const partyDocumentsRows: readonly PolicyRow[] = [
  row("OFFICE", "partyDocument", "REGISTER", "read", "create", "update"),
  row("LEADER", "partyDocument", "REGISTER", "read"),
  row("SECRETARY", "partyDocument", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "partyDocument", "ASSIGNED_BRANCH", "read"),
  row("OFFICE", "circular", "REGISTER", "read"),
  row("LEADER", "circular", "REGISTER", "read"),
  row("INSPECTOR", "circular", "REGISTER", "read"),
  row("SECRETARY", "circular", "REGISTER", "read"),
  row("IN_CHARGE", "circular", "REGISTER", "read"),
  row("OFFICE", "dissemination", "REGISTER", "read", "create", "update"),
  row("LEADER", "dissemination", "REGISTER", "read"),
  row("SECRETARY", "dissemination", "OWN_BRANCH", "read", "create", "update"),
  row("IN_CHARGE", "dissemination", "ASSIGNED_BRANCH", "read"),
];
