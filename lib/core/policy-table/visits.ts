import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on what committee members find in the branches they are in charge of. An update is of what one wrote oneself. */
export const visitsRows: readonly PolicyRow[] = [
  row("OFFICE", "visitReport", "REGISTER", "read", "create", "update"),
  row("LEADER", "visitReport", "REGISTER", "read"),
  row("SECRETARY", "visitReport", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "visitReport", "ASSIGNED_BRANCH", "read", "create", "update"),
];
