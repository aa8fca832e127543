import type { ActorRole } from "@/lib/core/actor";

/** What rights are given on. */
export type Resource =
  | "organization"
  | "reorganization"
  | "reorganizationPlan"
  | "branchContact"
  | "committeeOffice"
  | "branchOffice"
  | "branchTerm"
  | "member"
  | "memberProfile"
  | "memberRegister"
  | "memberSensitive"
  | "formerMember"
  | "membership"
  | "savedView"
  | "bulkEdit"
  | "memberMerge"
  | "memberArchive"
  | "branchReminder"
  | "announcement"
  | "announcementComment"
  | "rollClosing"
  | "rosterImport"
  | "badge"
  | "voteSheet"
  | "dossier"
  | "transfer"
  | "documentTemplate"
  | "assignment"
  | "assignmentPlan"
  | "meeting"
  | "meetingDay"
  | "bodyMeeting"
  | "workingRegulation"
  | "meetingScore"
  | "partyDocument"
  | "circular"
  | "dissemination"
  | "visitReport"
  | "difficulty"
  | "difficultyAcceptance"
  | "difficultyRefusal"
  | "task"
  | "committeeTask"
  | "inspectionTask"
  | "ratingRound"
  | "selfReview"
  | "ratingOpinion"
  | "ratingProposal"
  | "rating"
  | "committeeRating"
  | "inspection"
  | "openInspection"
  | "inspectionAddendum"
  | "inspectionProgress"
  | "inspectionDiary"
  | "inspectionRecusal"
  | "inspectionTeamRequest"
  | "inspectionProgramme"
  | "branchInspectionPlan"
  | "discipline"
  | "training"
  | "cadrePlan"
  | "ruleSet"
  | "ruleRevision"
  | "target"
  | "account"
  | "roleGrant"
  | "auditTrail"
  | "restore"
  | "publishedFigures";

/** What may be done; record and confirm are the two halves of a collective decision; undo takes back what another did. */
export type Verb = "read" | "create" | "update" | "record" | "confirm" | "export" | "undo";

/**
 * How far a right reaches. CASE: the cases in whose team the person is, that the person opened as an inspector or oversees by
 * office, less those about the person or an own branch (SOD-6); of accounts: their events in the audit trail.
 */
export type Scope = "REGISTER" | "OWN_BRANCH" | "ASSIGNED_BRANCH" | "CASE" | "SELF";

/** One row of the table: a role, a resource, what it may do with it and how far that reaches. */
export type PolicyRow = {
  readonly role: ActorRole | "ANYONE";
  readonly resource: Resource;
  readonly verbs: readonly Verb[];
  readonly scope: Scope;
};

/** Writes one row of the table in the order it is read: who, on what, how far, what. */
export const row = (role: PolicyRow["role"], resource: Resource, scope: Scope, ...verbs: Verb[]): PolicyRow => ({
  role,
  resource,
  verbs,
  scope,
});
