import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on courses and who was sent to them, and on who is planned for which post. */
export const trainingRows: readonly PolicyRow[] = [
  row("OFFICE", "training", "REGISTER", "read", "create", "update"),
  row("LEADER", "training", "REGISTER", "read"),
  row("SECRETARY", "training", "OWN_BRANCH", "read"),
  row("ANYONE", "training", "SELF", "read"),
  row("OFFICE", "cadrePlan", "REGISTER", "read", "create", "update"),
  row("LEADER", "cadrePlan", "REGISTER", "read"),
];
