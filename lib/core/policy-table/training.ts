import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on courses and who was sent to them. */
export const trainingRows: readonly PolicyRow[] = [
  row("OFFICE", "training", "REGISTER", "read", "create", "update"),
  row("LEADER", "training", "REGISTER", "read"),
  row("SECRETARY", "training", "OWN_BRANCH", "read"),
  row("ANYONE", "training", "SELF", "read"),
];
