import type { DocumentKind } from "@/lib/core/db/generated/enums";
import {
  caseDiary,
  caseFields,
  caseFindings,
  caseSteps,
  caseSubjects,
  caseTeam,
  conclusionFields,
} from "@/lib/features/documents/catalogue/inspection-tags";
import { person, profile, sensitiveTags } from "@/lib/features/documents/catalogue/person-tags";
import {
  type ballot,
  ballots,
  type levelCounts,
  ratedBranches,
  type ratedRow,
  ratedSubjects,
  ratingYear,
} from "@/lib/features/documents/catalogue/rating-tags";

/* The placeholders of the templates, by the codes under which the catalogues hold their names. */

const paper = ["superior", "superiorCommittee", "committee", "organisation", "place", "placeAndDay"] as const;

/** The placeholders of a kind of document: alone, and inside the rows of a loop. */
export type TagSet = {
  readonly fields: readonly TagCode[];
  readonly loops: readonly { readonly code: LoopCode; readonly fields: readonly TagCode[] }[];
};

const letter = ["letterNumber", "sender", "addressee", "movesOn", "lastDay"] as const;
const badgeDay = ["proposalNumber", "awardOn", "badgeRules", "badgeCount", "awardYear"] as const;
const badgeRow = ["number", "fullName", "branch", "admittedOn", "reachedOn", "badgeYears", "badgeKind"] as const;

const assignmentRow = ["number", "branch", "villages", "mainPerson", "supportingPeople"] as const;

const minutes = [
  "branch",
  "minutesNumber",
  "minutesSubject",
  "heldAt",
  "meetingPlace",
  "chair",
  "writer",
  "presentCount",
  "calledCount",
  "absentCount",
  "absentees",
  "exemptCount",
  "guests",
] as const;
const minutesRow = ["minutesHeading", "minutesText"] as const;

/* The 14 columns of the register 7-HSĐV. */
const registerRow = [
  "number",
  "names",
  "sexAndOrigin",
  "homePlace",
  "learning",
  "occupation",
  "partyDays",
  "numbers",
  "service",
  "movedOut",
  "movedIn",
  "died",
  "left",
  "note",
] as const;

type RowCode = "number" | "from" | "to" | "year" | "rating" | "count";

/** The code of a placeholder. */
export type TagCode =
  | (typeof paper)[number]
  | (typeof person)[number]
  | (typeof profile)[number]
  | (typeof sensitiveTags)[number]
  | (typeof letter)[number]
  | (typeof badgeDay)[number]
  | (typeof badgeRow)[number]
  | (typeof registerRow)[number]
  | (typeof assignmentRow)[number]
  | (typeof minutes)[number]
  | (typeof minutesRow)[number]
  | (typeof ratingYear)[number]
  | (typeof ballot)[number]
  | (typeof ratedRow)[number]
  | (typeof levelCounts)[number]
  | (typeof caseFields)[number]
  | (typeof conclusionFields)[number]
  | (typeof caseTeam)["fields"][number]
  | (typeof caseFindings)["fields"][number]
  | (typeof caseDiary)["fields"][number]
  | (typeof caseSteps)["fields"][number]
  | "votedOn"
  | "decisionNumber"
  | "lastDayBefore"
  | "onDay"
  | "registerOf"
  | "memberCount"
  | RowCode
  | "madeBy";

/** The code of a loop. */
export type LoopCode =
  | "stays"
  | "ratings"
  | "badgeHolders"
  | "badgeCounts"
  | "registerRows"
  | "assignmentRows"
  | "minutesRows"
  | "ballots"
  | "ratedSubjects"
  | "ratedBranches"
  | "caseSubjects"
  | "caseTeam"
  | "caseFindings"
  | "caseDiary"
  | "caseSteps";

const memberForm: TagSet = {
  fields: [...paper, ...person, ...profile, ...sensitiveTags, "madeBy"],
  loops: [
    { code: "stays", fields: ["number", "from", "to", "branch"] },
    { code: "ratings", fields: ["year", "rating"] },
  ],
};

const letterTags: TagSet = { fields: [...paper, ...person, ...letter], loops: [] };
const badgeTags: TagSet = {
  fields: [...paper, ...badgeDay, "madeBy"],
  loops: [
    { code: "badgeHolders", fields: badgeRow },
    { code: "badgeCounts", fields: ["badgeYears", "count"] },
  ],
};

const registerTags: TagSet = {
  fields: [...paper, "onDay", "registerOf", "memberCount", "madeBy"],
  loops: [{ code: "registerRows", fields: registerRow }],
};

const decisionTags: TagSet = {
  fields: [...paper, "decisionNumber", "from", "to", "lastDayBefore", "madeBy"],
  loops: [{ code: "assignmentRows", fields: assignmentRow }],
};

const minutesTags: TagSet = {
  fields: [...paper, ...minutes, "madeBy"],
  loops: [{ code: "minutesRows", fields: minutesRow }],
};

const voteTags: TagSet = { fields: [...paper, ...ratingYear, "branch", "votedOn", "madeBy"], loops: [ballots] };
const proposalTags: TagSet = {
  fields: [...paper, ...ratingYear, "branch", "votedOn", "total", "madeBy"],
  loops: [ratedSubjects],
};
const summaryTags: TagSet = {
  fields: [...paper, ...ratingYear, "madeBy"],
  loops: [ratedBranches, ratedSubjects],
};
const ratingDecisionTags: TagSet = {
  fields: [...paper, ...ratingYear, "decisionNumber", "total", "madeBy"],
  loops: [ratedSubjects],
};
const noticeTags: TagSet = { fields: [...paper, ...ratingYear, "addressee", "madeBy"], loops: [ratedSubjects] };

const caseTags = (loops: TagSet["loops"], more: TagSet["fields"] = []): TagSet => ({
  fields: [...paper, ...caseFields, ...more, "madeBy"],
  loops,
});

/** Which placeholders each kind of document knows. ID numbers are none: no template can ask for them. */
export const documentTags: Readonly<Record<DocumentKind, TagSet>> = {
  MEMBER_FORM: memberForm,
  LETTER_WITHIN: letterTags,
  LETTER_OUT: letterTags,
  LETTER_TEMPORARY: letterTags,
  BADGE_LIST: badgeTags,
  BADGE_PROPOSAL: badgeTags,
  MEMBER_REGISTER: registerTags,
  ASSIGNMENT_DECISION: decisionTags,
  MEETING_MINUTES: minutesTags,
  RATING_VOTE: voteTags,
  RATING_PROPOSAL: proposalTags,
  RATING_SUMMARY: summaryTags,
  RATING_DECISION: ratingDecisionTags,
  RATING_NOTICE: noticeTags,
  INSPECTION_DECISION: caseTags([caseSubjects, caseTeam]),
  INSPECTION_MINUTES: caseTags([caseTeam, caseDiary]),
  INSPECTION_REPORT: caseTags([caseSubjects, caseFindings, caseDiary]),
  INSPECTION_NOTICE: caseTags([caseFindings], conclusionFields),
  INSPECTION_HANDOVER: caseTags([caseSteps]),
};
