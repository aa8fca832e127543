/* The placeholders of the papers of ratings. */

/** What every paper of a year's ratings says of it. */
export const ratingYear = ["year", "ratingRules", "reckoningOn"] as const;
/** The counted ballots about one member. */
export const ballot = [
  "voteBase",
  "ballotsGiven",
  "ballotsReturned",
  "votesExcellent",
  "votesGood",
  "votesCompleted",
  "votesFailed",
  "votesInvalid",
] as const;
/** A member or a collective with what was claimed, proposed and decided. */
export const ratedRow = ["number", "fullName", "branch", "claimedLevel", "proposedLevel", "rating", "note"] as const;
/** How many of a branch stand where. */
export const levelCounts = [
  "total",
  "ratedCount",
  "excellentCount",
  "goodCount",
  "completedCount",
  "failedCount",
  "notRatedCount",
  "undecidedCount",
] as const;

/** The rows of the count of ballots. */
export const ballots = { code: "ballots", fields: ["number", "fullName", ...ballot] } as const;
/** The rows of results one by one. */
export const ratedSubjects = { code: "ratedSubjects", fields: ratedRow } as const;
/** The rows of results by branch. */
export const ratedBranches = { code: "ratedBranches", fields: ["number", "branch", "rating", ...levelCounts] } as const;
