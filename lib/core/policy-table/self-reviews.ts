import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/**
 * Rights on what people and collectives say of their own year. Entered by the person, or for the person by the branch or the office,
 * with both names; leadership reads what has been handed in. SELF is the person's own.
 */
export const selfReviewsRows: readonly PolicyRow[] = [
  row("OFFICE", "selfReview", "REGISTER", "read", "create", "update"),
  row("LEADER", "selfReview", "REGISTER", "read"),
  row("SECRETARY", "selfReview", "OWN_BRANCH", "read", "create", "update"),
  row("ANYONE", "selfReview", "SELF", "read", "create", "update"),
];
