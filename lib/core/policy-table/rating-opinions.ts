import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/**
 * Rights on what others say of who is rated. Branches and the office enter what they were told, leadership and who is in charge of a
 * branch what they think themselves. Nobody enters or withdraws one about himself; only who reads the whole register reads it.
 */
export const ratingOpinionsRows: readonly PolicyRow[] = [
  row("OFFICE", "ratingOpinion", "REGISTER", "read", "create", "update"),
  row("LEADER", "ratingOpinion", "REGISTER", "read", "create", "update"),
  row("SECRETARY", "ratingOpinion", "OWN_BRANCH", "read", "create", "update"),
  row("IN_CHARGE", "ratingOpinion", "ASSIGNED_BRANCH", "read", "create", "update"),
];
