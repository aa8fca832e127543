/** The papers that a branch signs, and the notice that it gets. */
export const branchRatingPapers = ["RATING_VOTE", "RATING_PROPOSAL", "RATING_NOTICE"] as const;
export type BranchRatingPaper = (typeof branchRatingPapers)[number];
