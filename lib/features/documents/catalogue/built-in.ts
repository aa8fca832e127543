import { type Day, day } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import assignmentDecision from "@/lib/features/documents/catalogue/texts/assignment-decision.json";
import badgeList from "@/lib/features/documents/catalogue/texts/badge-list.json";
import badgeProposal from "@/lib/features/documents/catalogue/texts/badge-proposal.json";
import inspectionDecision from "@/lib/features/documents/catalogue/texts/inspection-decision.json";
import inspectionHandover from "@/lib/features/documents/catalogue/texts/inspection-handover.json";
import inspectionMinutes from "@/lib/features/documents/catalogue/texts/inspection-minutes.json";
import inspectionNotice from "@/lib/features/documents/catalogue/texts/inspection-notice.json";
import inspectionReport from "@/lib/features/documents/catalogue/texts/inspection-report.json";
import letterOut from "@/lib/features/documents/catalogue/texts/letter-out.json";
import letterTemporary from "@/lib/features/documents/catalogue/texts/letter-temporary.json";
import letterWithin from "@/lib/features/documents/catalogue/texts/letter-within.json";
import meetingMinutes from "@/lib/features/documents/catalogue/texts/meeting-minutes.json";
import memberForm from "@/lib/features/documents/catalogue/texts/member-form.json";
import memberRegister from "@/lib/features/documents/catalogue/texts/member-register.json";
import ratingDecision from "@/lib/features/documents/catalogue/texts/rating-decision.json";
import ratingNotice from "@/lib/features/documents/catalogue/texts/rating-notice.json";
import ratingProposal from "@/lib/features/documents/catalogue/texts/rating-proposal.json";
import ratingSummary from "@/lib/features/documents/catalogue/texts/rating-summary.json";
import ratingVote from "@/lib/features/documents/catalogue/texts/rating-vote.json";
import type { Certainty } from "@/lib/features/rule-sets/schema";

/** A template that ships with the product: its text line by line, the document its form follows and from when, and how sure that is. */
export type BuiltIn = {
  readonly document: string;
  readonly startsOn: Day;
  readonly certainty: Certainty;
  readonly lines: readonly string[];
};

type Text = { readonly lines: readonly string[] };

/* What 2-HSĐV and 7-HSĐV ask for is known, its order only nearly, and no difference between the two versions is. */
const forms = ({ lines }: Text): BuiltIn[] => [
  { document: "HD 12-HD/BTCTW", startsOn: day("2022-01-18"), certainty: "UNCONFIRMED", lines },
  { document: "HD 38-HD/BTCTW", startsOn: day("2025-09-29"), certainty: "UNCONFIRMED", lines },
];

/* The layout of papers follows these; the words of letters and lists are ours. */
const papers = ({ lines }: Text): BuiltIn[] => [
  { document: "HD 36-HD/VPTW", startsOn: day("2018-04-03"), certainty: "SINGLE_SOURCE", lines },
  { document: "HD 05-HD/VPTW", startsOn: day("2026-05-27"), certainty: "SINGLE_SOURCE", lines },
];

/** The shipped templates of each kind of document, the oldest first. */
export const builtIns: Readonly<Record<DocumentKind, readonly BuiltIn[]>> = {
  MEMBER_FORM: forms(memberForm),
  LETTER_WITHIN: papers(letterWithin),
  LETTER_OUT: papers(letterOut),
  LETTER_TEMPORARY: papers(letterTemporary),
  BADGE_LIST: papers(badgeList),
  BADGE_PROPOSAL: papers(badgeProposal),
  MEMBER_REGISTER: forms(memberRegister),
  ASSIGNMENT_DECISION: papers(assignmentDecision),
  MEETING_MINUTES: papers(meetingMinutes),
  RATING_VOTE: papers(ratingVote),
  RATING_PROPOSAL: papers(ratingProposal),
  RATING_SUMMARY: papers(ratingSummary),
  RATING_DECISION: papers(ratingDecision),
  RATING_NOTICE: papers(ratingNotice),
  INSPECTION_DECISION: papers(inspectionDecision),
  INSPECTION_MINUTES: papers(inspectionMinutes),
  INSPECTION_REPORT: papers(inspectionReport),
  INSPECTION_NOTICE: papers(inspectionNotice),
  INSPECTION_HANDOVER: papers(inspectionHandover),
};
