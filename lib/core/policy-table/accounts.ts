import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on accounts, role grants, the audit trail and restores. */
export const accountsRows: readonly PolicyRow[] = [
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
  row("LEADER", "restore", "REGISTER", "read", "confirm"),
  row("OFFICE", "restore", "REGISTER", "read"),
  row("ADMIN", "restore", "REGISTER", "read"),
];
