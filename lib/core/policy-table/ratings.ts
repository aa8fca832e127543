import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on ratings. */
export const ratingsRows: readonly PolicyRow[] = [
  row("OFFICE", "ratingRound", "REGISTER", "read", "create", "update"),
  row("LEADER", "ratingRound", "REGISTER", "read", "confirm"),
  row("INSPECTOR", "ratingRound", "REGISTER", "read"),
  row("SECRETARY", "ratingRound", "REGISTER", "read"),
  row("IN_CHARGE", "ratingRound", "REGISTER", "read"),
  row("ANYONE", "ratingRound", "SELF", "read"),
  row("OFFICE", "ratingProposal", "REGISTER", "read", "create", "update"),
  row("LEADER", "ratingProposal", "REGISTER", "read"),
  row("SECRETARY", "ratingProposal", "OWN_BRANCH", "read", "create", "update"),
  row("OFFICE", "rating", "REGISTER", "read", "record", "export"),
  row("LEADER", "rating", "REGISTER", "read", "record", "confirm", "export"),
  row("SECRETARY", "rating", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "rating", "ASSIGNED_BRANCH", "read"),
  row("INSPECTOR", "rating", "CASE", "read"),
  row("ANYONE", "rating", "SELF", "read"),
  row("ANYONE", "committeeRating", "REGISTER", "read"),
];
