import { confirmed, inferred, singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";
import type { CharterParameters, Threshold } from "@/lib/features/rule-sets/schema";

const QD_294 = "QĐ 294-QĐ/TW";
const QD_294_VOTE = "QĐ 294-QĐ/TW, 9.3.2";
const QD_208 = "QĐ 208-QĐ/TW";

const TWO_THIRDS: Threshold = { comparison: "AT_LEAST", numerator: 2, denominator: 3 };
const MORE_THAN_HALF: Threshold = { comparison: "MORE_THAN", numerator: 1, denominator: 2 };

/* What no version is known to differ in. What a source says of one version only is a default for the others. */
const shared: CharterParameters = {
  ageFromMonths: confirmed(216, null),
  ageToMonths: unconfirmed(720, null),
  schooling: unconfirmed("LOWER_SECONDARY", null),
  schoolingExceptions: unconfirmed(["HIGHLAND_OR_MINORITY", "VILLAGE_ELDER_OR_HEAD"], null),
  certificateMonths: unconfirmed(60, null),
  introducers: unconfirmed(2, null),
  introducerMonths: unconfirmed(12, null),
  voteLeavesOut: unconfirmed(["AWAY_TEMPORARILY", "ABSENT_EXEMPT", "SUSPENDED"], null),
  admissionVote: unconfirmed(TWO_THIRDS, null),
  recognitionVote: unconfirmed(TWO_THIRDS, null),
  exemptionVote: inferred(MORE_THAN_HALF, null),
  removalVote: unconfirmed(TWO_THIRDS, null),
  resignationVote: inferred(TWO_THIRDS, null),
  expulsionVote: unconfirmed(TWO_THIRDS, null),
  committeeVote: singleSource(TWO_THIRDS, null),
  standingVote: singleSource(MORE_THAN_HALF, null),
  ceremonyWorkingDays: unconfirmed(30, null),
  ceremonyCountsFrom: unconfirmed("RECEIPT", null),
  workingWeek: inferred("MONDAY_TO_FRIDAY", null),
  probationMonths: confirmed(12, null),
  recognitionWorkingDays: unconfirmed(30, null),
  reminderDays: inferred([90, 60, 30, 15, 7], null),
  removalGrounds: unconfirmed(
    ["LEFT_ACTIVITY_OR_FEES", "CARD_RETURNED", "LOST_WILL", "TWO_YEARS_FAILING", "POLITICAL_STANDARDS"],
    null,
  ),
  readmissionMonths: unconfirmed(36, null),
  readmissionBars: unconfirmed(["WALKED_OUT", "RESIGNED_WITHOUT_HARDSHIP", "CONVICTED"], null),
  readmissions: unconfirmed(1, null),
  transferWorkingDays: unconfirmed(30, null),
  letterWorkingDays: unconfirmed(30, null),
};

/** QĐ 24-QĐ/TW 2021 with HD 01-HD/TW 2021. */
export const charter2021: CharterParameters = shared;

/** QĐ 294-QĐ/TW 2025 with HD 06-HD/TW 2025. */
export const charter2025: CharterParameters = {
  ...shared,
  voteLeavesOut: singleSource(["AWAY_TEMPORARILY", "ABSENT_EXEMPT", "SUSPENDED"], QD_294_VOTE),
  ceremonyWorkingDays: confirmed(30, QD_294),
  ceremonyCountsFrom: confirmed("RECEIPT", QD_294),
  transferWorkingDays: confirmed(60, QD_294),
  letterWorkingDays: confirmed(30, QD_294),
};

/** QĐ 20-QĐ/TW 2026, in force for a few months and read nowhere. */
export const charterApril2026: CharterParameters = {
  ...shared,
  voteLeavesOut: unconfirmed(["AWAY_TEMPORARILY", "ABSENT_EXEMPT", "SUSPENDED"], null),
  ceremonyCountsFrom: unconfirmed("ISSUE", null),
  transferWorkingDays: unconfirmed(60, null),
};

/** QĐ 208-QĐ/TW 2026 with HD 01-HD/TW 2026. */
export const charterJuly2026: CharterParameters = {
  ...shared,
  ageToMonths: confirmed(720, QD_208),
  schooling: confirmed("LOWER_SECONDARY", QD_208),
  certificateMonths: confirmed(60, QD_208),
  introducers: unconfirmed(2, QD_208),
  introducerMonths: confirmed(12, QD_208),
  voteLeavesOut: singleSource(["AWAY_TEMPORARILY", "ABSENT_EXEMPT", "SUSPENDED"], QD_294_VOTE),
  admissionVote: confirmed(TWO_THIRDS, QD_208),
  recognitionVote: singleSource(TWO_THIRDS, null),
  ceremonyWorkingDays: confirmed(30, QD_208),
  ceremonyCountsFrom: confirmed("ISSUE", QD_208),
  removalGrounds: confirmed(shared.removalGrounds.value, QD_208),
  readmissionMonths: singleSource(36, null),
  readmissionBars: singleSource(shared.readmissionBars.value, null),
  transferWorkingDays: confirmed(60, QD_208),
  letterWorkingDays: confirmed(30, QD_208),
};
