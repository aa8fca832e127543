import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on inspections. */
export const inspectionsRows: readonly PolicyRow[] = [
  row("OFFICE", "inspection", "REGISTER", "read", "create", "export"),
  row("LEADER", "inspection", "REGISTER", "read", "export"),
  row("INSPECTOR", "inspection", "REGISTER", "read", "create"),
  row("SECRETARY", "inspection", "OWN_BRANCH", "read"),
  row("ANYONE", "inspection", "SELF", "read"),
  row("INSPECTOR", "openInspection", "CASE", "read", "create", "update"),
  row("PARTY_SECRETARY", "openInspection", "CASE", "read"),
  row("INSPECTION_HEAD", "openInspection", "CASE", "read"),
  row("ANYONE", "openInspection", "CASE", "read"),
];
