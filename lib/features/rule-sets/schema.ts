import { z } from "zod";
import {
  CaseStep,
  CountedOutReason,
  CriterionGrade,
  MeetingCriterion,
  PaperCode,
  RatingCriterion,
  RatingLevel,
} from "@/lib/core/db/generated/enums";

/** How sure a value is; anything but CONFIRMED is a default that the office may change, and the screen says so. */
export const certainty = z.enum(["CONFIRMED", "SINGLE_SOURCE", "UNCONFIRMED", "INFERRED"]);
export type Certainty = z.infer<typeof certainty>;

/** A value with the document it stands in (null where none is known) and how sure it is. */
export function parameter<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, citation: z.string().max(200).nullable(), certainty });
}

/** How many of something. */
export const count = z.int().min(0).max(1200);
/** A part of a whole. */
export const fraction = z.strictObject({ numerator: z.int().min(0).max(1000), denominator: z.int().min(1).max(1000) });

/** What the cap on the top level counts from: those rated good, or those rated good and excellent together. */
export const capBase = z.enum(["GOOD_ONLY", "GOOD_OR_ABOVE"]);
/** Where the cap holds: over the whole commune Party organisation, or in each branch. */
export const capScope = z.enum(["PARTY_COMMITTEE", "BRANCH"]);
/** What happens above the cap: nothing goes through, or only with a reason in writing. */
export const overCap = z.enum(["BLOCK", "WRITTEN_REASON"]);

const cap = {
  share: parameter(fraction),
  base: parameter(capBase),
  rounding: parameter(z.enum(["FLOOR"])),
  overCap: parameter(overCap),
};

/** How a criterion is answered: by a grade, or by points. */
export const reviewScale = z.enum(["GRADES", "POINTS"]);

/** What is reviewed, and with how many points each criterion at most; 0 where criteria are graded. */
const review = z.strictObject({
  scale: parameter(reviewScale),
  criteria: parameter(z.array(z.strictObject({ criterion: z.enum(RatingCriterion), most: count })).max(20)),
});

/** The least grades with which somebody may be rated excellent: of the results of tasks, and of all other criteria. */
const gradeFloor = z.strictObject({ tasks: z.enum(CriterionGrade), others: z.enum(CriterionGrade) });

/** Shares of the assigned tasks that a level asks for; of `completedLate` no more may be late. */
const taskShares = z.strictObject({
  excellentOnTime: parameter(fraction),
  excellentBeyond: parameter(fraction),
  goodOnTime: parameter(fraction),
  completedLate: parameter(fraction),
});

/** What holds a rating down: the level that is the highest still to be had. */
const ceilings = z.strictObject({
  sickLeaveMonths: parameter(count),
  sickLeave: parameter(z.enum(RatingLevel)),
  disciplined: parameter(z.enum(RatingLevel)),
});

/** A day of every year, `MM-DD`. */
const yearDay = z.string().regex(/^\d{2}-\d{2}$/u);

/**
 * The rules a rating round is run under. Who was in another branch for `transferCommentMonths` or more of the year is rated with its
 * comments; `decisionDay` is by which day of the year a grassroots committee decides, empty where the rule set names none. `scoreFloors` are points of 100 and `taskShares` what tasks a level asks for; null where
 * the rule set has none. `excellentGrades` is null where it has points. Where `quarterly`, quarters are rated too, of the people named by `quarterlyFor`. Whoever is excellent `excellentYears` years running may be
 * put forward for a higher reward; who fails `failedYears` years running is gone through for the standards of members.
 */
export const ratingParameters = z.strictObject({
  memberCap: z.strictObject({ ...cap, scope: parameter(capScope) }),
  branchCap: z.strictObject(cap),
  memberMinimumMonths: parameter(count),
  branchMinimumMonths: parameter(count),
  newMember: parameter(z.enum(["SELF_REVIEW_ONLY", "OUTSIDE_REVIEW"])),
  exemptRated: parameter(z.boolean()),
  suspendedRated: parameter(z.boolean()),
  transferCommentMonths: parameter(count),
  decisionDay: parameter(z.array(yearDay).max(1)),
  excellentYears: parameter(count),
  failedYears: parameter(count),
  quarterly: parameter(z.boolean()),
  quarterlyFor: parameter(z.enum(["LEADERS", "EVERYONE"])),
  scoreFloors: parameter(z.strictObject({ excellent: count, good: count, completed: count })).nullable(),
  review,
  excellentGrades: parameter(gradeFloor).nullable(),
  taskShares: taskShares.nullable(),
  ceilings,
});
export type RatingParameters = z.infer<typeof ratingParameters>;

/** Party badges: the years of Party age, and how many months early they may be given. */
export const badgeParameters = z.strictObject({
  milestoneYears: parameter(z.array(count).max(30)),
  earlyMonths: parameter(z.array(z.strictObject({ fromYears: count, months: count })).max(10)),
  posthumousMonths: parameter(count),
  awardDays: parameter(z.array(yearDay).max(10)),
});
export type BadgeParameters = z.infer<typeof badgeParameters>;

/** The part of a body that has to say yes: at least, or more than, so many parts of it. */
export const threshold = z.strictObject({
  comparison: z.enum(["AT_LEAST", "MORE_THAN"]),
  numerator: z.int().min(1).max(100),
  denominator: z.int().min(1).max(100),
});
export type Threshold = z.infer<typeof threshold>;

/** Who may be admitted with less schooling than the rule asks: primary in highlands and minorities, elders and heads who can read. */
export const schoolingException = z.enum(["HIGHLAND_OR_MINORITY", "VILLAGE_ELDER_OR_HEAD"]);
/** Why a name may be taken off the list. */
export const removalGround = z.enum([
  "LEFT_ACTIVITY_OR_FEES",
  "CARD_RETURNED",
  "LOST_WILL",
  "TWO_YEARS_FAILING",
  "POLITICAL_STANDARDS",
]);
export type RemovalGround = z.infer<typeof removalGround>;
/** Who is never admitted again. */
export const readmissionBar = z.enum(["WALKED_OUT", "RESIGNED_WITHOUT_HARDSHIP", "CONVICTED"]);

const vote = parameter(threshold);

/**
 * How the Charter is implemented. Ages are counted in months; `…WorkingDays` are days of the working week; votes are
 * counted against all official members less those that `voteLeavesOut` names.
 */
export const charterParameters = z.strictObject({
  ageFromMonths: parameter(count),
  ageToMonths: parameter(count),
  schooling: parameter(z.enum(["PRIMARY", "LOWER_SECONDARY"])),
  schoolingExceptions: parameter(z.array(schoolingException)),
  certificateMonths: parameter(count),
  introducers: parameter(z.int().min(0).max(4)),
  introducerMonths: parameter(count),
  voteLeavesOut: parameter(z.array(z.enum(CountedOutReason))),
  admissionVote: vote,
  recognitionVote: vote,
  exemptionVote: vote,
  removalVote: vote,
  resignationVote: vote,
  expulsionVote: vote,
  committeeVote: vote,
  standingVote: vote,
  ceremonyWorkingDays: parameter(count),
  ceremonyCountsFrom: parameter(z.enum(["ISSUE", "RECEIPT"])),
  workingWeek: parameter(z.enum(["MONDAY_TO_FRIDAY"])),
  probationMonths: parameter(count),
  recognitionWorkingDays: parameter(count),
  reminderDays: parameter(z.array(count).max(10)),
  removalGrounds: parameter(z.array(removalGround)),
  readmissionMonths: parameter(count),
  readmissionBars: parameter(z.array(readmissionBar)),
  readmissions: parameter(count),
  transferWorkingDays: parameter(count),
  letterWorkingDays: parameter(count),
});
export type CharterParameters = z.infer<typeof charterParameters>;

const papers = parameter(z.array(z.enum(PaperCode)).max(20));

/** Member administration: the papers a dossier of each kind holds, and how many digits a card number has. */
export const membershipParameters = z.strictObject({
  admissionPapers: papers,
  recognitionPapers: papers,
  exemptionPapers: papers,
  removalPapers: papers,
  resignationPapers: papers,
  expulsionPapers: papers,
  deathPapers: papers,
  transferPapers: papers,
  cardDigits: parameter(count),
});
export type MembershipParameters = z.infer<typeof membershipParameters>;

/** How long records are kept that nobody works with any more, in months, before somebody looks at whether they are to go. */
export const retentionParameters = z.strictObject({
  formerMemberMonths: parameter(count),
  importMonths: parameter(count),
  accessMonths: parameter(count),
});
export type RetentionParameters = z.infer<typeof retentionParameters>;

/** Terms: how many months a branch's committee is elected for, and how many before its end the congress is to be prepared. */
export const termParameters = z.strictObject({
  branchTermMonths: parameter(count),
  reminderMonths: parameter(count),
});
export type TermParameters = z.infer<typeof termParameters>;

/** Meetings of branches: the most points that each criterion is worth, 100 together, from how many points a grade is given, and how many days before the meeting its papers go out. */
export const meetingParameters = z.strictObject({
  criteria: parameter(z.array(z.strictObject({ criterion: z.enum(MeetingCriterion), most: count })).max(20)),
  gradeFloors: parameter(z.strictObject({ good: count, fair: count, average: count })),
  noticeDays: parameter(count),
});
export type MeetingParameters = z.infer<typeof meetingParameters>;

/** The steps of a case in their order, each with its due day in percent of the time the case may take. */
const caseSteps = parameter(
  z.array(z.strictObject({ step: z.enum(CaseStep), percent: z.int().min(0).max(100) })).max(20),
);

/**
 * Inspection and supervision: how many days a case may take from its start, into how many parts that time is divided of which one
 * may be added once, and the steps of each kind.
 */
export const inspectionParameters = z.strictObject({
  inspectionDays: parameter(count),
  supervisionDays: parameter(count),
  extensionDivisor: parameter(count),
  inspectionSteps: caseSteps,
  supervisionSteps: caseSteps,
});
export type InspectionParameters = z.infer<typeof inspectionParameters>;
