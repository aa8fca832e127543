import type { Locale } from "@/lib/core/i18n/locale";
import enAccounts from "@/lib/core/i18n/messages/en/accounts.json";
import enAdmissions from "@/lib/core/i18n/messages/en/admissions.json";
import enAnnouncements from "@/lib/core/i18n/messages/en/announcements.json";
import enAssignmentPlans from "@/lib/core/i18n/messages/en/assignment-plans.json";
import enAssignments from "@/lib/core/i18n/messages/en/assignments.json";
import enAudit from "@/lib/core/i18n/messages/en/audit.json";
import enBadges from "@/lib/core/i18n/messages/en/badges.json";
import enBulkEdits from "@/lib/core/i18n/messages/en/bulk-edits.json";
import enCommittee from "@/lib/core/i18n/messages/en/committee.json";
import enCommon from "@/lib/core/i18n/messages/en/common.json";
import enCrash from "@/lib/core/i18n/messages/en/crash.json";
import enDashboard from "@/lib/core/i18n/messages/en/dashboard.json";
import enDifficulties from "@/lib/core/i18n/messages/en/difficulties.json";
import enDisciplines from "@/lib/core/i18n/messages/en/disciplines.json";
import enDocuments from "@/lib/core/i18n/messages/en/documents.json";
import enErrors from "@/lib/core/i18n/messages/en/errors.json";
import enExports from "@/lib/core/i18n/messages/en/exports.json";
import enImports from "@/lib/core/i18n/messages/en/imports.json";
import enInspectionDuties from "@/lib/core/i18n/messages/en/inspection-duties.json";
import enInspectionProgrammes from "@/lib/core/i18n/messages/en/inspection-programmes.json";
import enInspectionProgress from "@/lib/core/i18n/messages/en/inspection-progress.json";
import enInspections from "@/lib/core/i18n/messages/en/inspections.json";
import enMeetings from "@/lib/core/i18n/messages/en/meetings.json";
import enMemberArchives from "@/lib/core/i18n/messages/en/member-archives.json";
import enMemberMerges from "@/lib/core/i18n/messages/en/member-merges.json";
import enMembers from "@/lib/core/i18n/messages/en/members.json";
import enMonthWork from "@/lib/core/i18n/messages/en/month-work.json";
import enOrganization from "@/lib/core/i18n/messages/en/organization.json";
import enPalette from "@/lib/core/i18n/messages/en/palette.json";
import enPartyDocuments from "@/lib/core/i18n/messages/en/party-documents.json";
import enPause from "@/lib/core/i18n/messages/en/pause.json";
import enRatingDeadlines from "@/lib/core/i18n/messages/en/rating-deadlines.json";
import enRatingOpinions from "@/lib/core/i18n/messages/en/rating-opinions.json";
import enRatingRuns from "@/lib/core/i18n/messages/en/rating-runs.json";
import enRatings from "@/lib/core/i18n/messages/en/ratings.json";
import enRefusals from "@/lib/core/i18n/messages/en/refusals.json";
import enReorganizations from "@/lib/core/i18n/messages/en/reorganizations.json";
import enReports from "@/lib/core/i18n/messages/en/reports.json";
import enRestores from "@/lib/core/i18n/messages/en/restores.json";
import enRuleSets from "@/lib/core/i18n/messages/en/rule-sets.json";
import enSavedViews from "@/lib/core/i18n/messages/en/saved-views.json";
import enSelfReviews from "@/lib/core/i18n/messages/en/self-reviews.json";
import enShell from "@/lib/core/i18n/messages/en/shell.json";
import enSignIn from "@/lib/core/i18n/messages/en/sign-in.json";
import enTasks from "@/lib/core/i18n/messages/en/tasks.json";
import enTraining from "@/lib/core/i18n/messages/en/training.json";
import enTransfers from "@/lib/core/i18n/messages/en/transfers.json";
import enVisits from "@/lib/core/i18n/messages/en/visits.json";
import enVotes from "@/lib/core/i18n/messages/en/votes.json";
import enWorkingRegulations from "@/lib/core/i18n/messages/en/working-regulations.json";
import viAccounts from "@/lib/core/i18n/messages/vi/accounts.json";
import viAdmissions from "@/lib/core/i18n/messages/vi/admissions.json";
import viAnnouncements from "@/lib/core/i18n/messages/vi/announcements.json";
import viAssignmentPlans from "@/lib/core/i18n/messages/vi/assignment-plans.json";
import viAssignments from "@/lib/core/i18n/messages/vi/assignments.json";
import viAudit from "@/lib/core/i18n/messages/vi/audit.json";
import viBadges from "@/lib/core/i18n/messages/vi/badges.json";
import viBulkEdits from "@/lib/core/i18n/messages/vi/bulk-edits.json";
import viCommittee from "@/lib/core/i18n/messages/vi/committee.json";
import viCommon from "@/lib/core/i18n/messages/vi/common.json";
import viCrash from "@/lib/core/i18n/messages/vi/crash.json";
import viDashboard from "@/lib/core/i18n/messages/vi/dashboard.json";
import viDifficulties from "@/lib/core/i18n/messages/vi/difficulties.json";
import viDisciplines from "@/lib/core/i18n/messages/vi/disciplines.json";
import viDocuments from "@/lib/core/i18n/messages/vi/documents.json";
import viErrors from "@/lib/core/i18n/messages/vi/errors.json";
import viExports from "@/lib/core/i18n/messages/vi/exports.json";
import viImports from "@/lib/core/i18n/messages/vi/imports.json";
import viInspectionDuties from "@/lib/core/i18n/messages/vi/inspection-duties.json";
import viInspectionProgrammes from "@/lib/core/i18n/messages/vi/inspection-programmes.json";
import viInspectionProgress from "@/lib/core/i18n/messages/vi/inspection-progress.json";
import viInspections from "@/lib/core/i18n/messages/vi/inspections.json";
import viMeetings from "@/lib/core/i18n/messages/vi/meetings.json";
import viMemberArchives from "@/lib/core/i18n/messages/vi/member-archives.json";
import viMemberMerges from "@/lib/core/i18n/messages/vi/member-merges.json";
import viMembers from "@/lib/core/i18n/messages/vi/members.json";
import viMonthWork from "@/lib/core/i18n/messages/vi/month-work.json";
import viOrganization from "@/lib/core/i18n/messages/vi/organization.json";
import viPalette from "@/lib/core/i18n/messages/vi/palette.json";
import viPartyDocuments from "@/lib/core/i18n/messages/vi/party-documents.json";
import viPause from "@/lib/core/i18n/messages/vi/pause.json";
import viRatingDeadlines from "@/lib/core/i18n/messages/vi/rating-deadlines.json";
import viRatingOpinions from "@/lib/core/i18n/messages/vi/rating-opinions.json";
import viRatingRuns from "@/lib/core/i18n/messages/vi/rating-runs.json";
import viRatings from "@/lib/core/i18n/messages/vi/ratings.json";
import viRefusals from "@/lib/core/i18n/messages/vi/refusals.json";
import viReorganizations from "@/lib/core/i18n/messages/vi/reorganizations.json";
import viReports from "@/lib/core/i18n/messages/vi/reports.json";
import viRestores from "@/lib/core/i18n/messages/vi/restores.json";
import viRuleSets from "@/lib/core/i18n/messages/vi/rule-sets.json";
import viSavedViews from "@/lib/core/i18n/messages/vi/saved-views.json";
import viSelfReviews from "@/lib/core/i18n/messages/vi/self-reviews.json";
import viShell from "@/lib/core/i18n/messages/vi/shell.json";
import viSignIn from "@/lib/core/i18n/messages/vi/sign-in.json";
import viTasks from "@/lib/core/i18n/messages/vi/tasks.json";
import viTraining from "@/lib/core/i18n/messages/vi/training.json";
import viTransfers from "@/lib/core/i18n/messages/vi/transfers.json";
import viVisits from "@/lib/core/i18n/messages/vi/visits.json";
import viVotes from "@/lib/core/i18n/messages/vi/votes.json";
import viWorkingRegulations from "@/lib/core/i18n/messages/vi/working-regulations.json";

const vi = {
  common: viCommon,
  crash: viCrash,
  errors: viErrors,
  selfReviews: viSelfReviews,
  shell: viShell,
  accounts: viAccounts,
  admissions: viAdmissions,
  announcements: viAnnouncements,
  assignments: viAssignments,
  assignmentPlans: viAssignmentPlans,
  audit: viAudit,
  badges: viBadges,
  bulkEdits: viBulkEdits,
  committee: viCommittee,
  dashboard: viDashboard,
  difficulties: viDifficulties,
  disciplines: viDisciplines,
  documents: viDocuments,
  exports: viExports,
  imports: viImports,
  inspectionDuties: viInspectionDuties,
  inspectionProgress: viInspectionProgress,
  inspectionProgrammes: viInspectionProgrammes,
  inspections: viInspections,
  memberArchives: viMemberArchives,
  memberMerges: viMemberMerges,
  meetings: viMeetings,
  members: viMembers,
  monthWork: viMonthWork,
  organization: viOrganization,
  palette: viPalette,
  partyDocuments: viPartyDocuments,
  pause: viPause,
  ratingDeadlines: viRatingDeadlines,
  ratingOpinions: viRatingOpinions,
  ratingRuns: viRatingRuns,
  ratings: viRatings,
  refusals: viRefusals,
  reorganizations: viReorganizations,
  reports: viReports,
  restores: viRestores,
  ruleSets: viRuleSets,
  savedViews: viSavedViews,
  signIn: viSignIn,
  tasks: viTasks,
  training: viTraining,
  transfers: viTransfers,
  visits: viVisits,
  votes: viVotes,
  workingRegulations: viWorkingRegulations,
};

const en: Messages = {
  common: enCommon,
  crash: enCrash,
  errors: enErrors,
  selfReviews: enSelfReviews,
  shell: enShell,
  accounts: enAccounts,
  admissions: enAdmissions,
  announcements: enAnnouncements,
  assignments: enAssignments,
  assignmentPlans: enAssignmentPlans,
  audit: enAudit,
  badges: enBadges,
  bulkEdits: enBulkEdits,
  committee: enCommittee,
  dashboard: enDashboard,
  difficulties: enDifficulties,
  disciplines: enDisciplines,
  documents: enDocuments,
  exports: enExports,
  imports: enImports,
  inspectionDuties: enInspectionDuties,
  inspectionProgress: enInspectionProgress,
  inspectionProgrammes: enInspectionProgrammes,
  inspections: enInspections,
  memberArchives: enMemberArchives,
  memberMerges: enMemberMerges,
  meetings: enMeetings,
  members: enMembers,
  monthWork: enMonthWork,
  organization: enOrganization,
  palette: enPalette,
  partyDocuments: enPartyDocuments,
  pause: enPause,
  ratingDeadlines: enRatingDeadlines,
  ratingOpinions: enRatingOpinions,
  ratingRuns: enRatingRuns,
  ratings: enRatings,
  refusals: enRefusals,
  reorganizations: enReorganizations,
  reports: enReports,
  restores: enRestores,
  ruleSets: enRuleSets,
  savedViews: enSavedViews,
  signIn: enSignIn,
  tasks: enTasks,
  training: enTraining,
  transfers: enTransfers,
  visits: enVisits,
  votes: enVotes,
  workingRegulations: enWorkingRegulations,
};

/** The whole catalogue of a language; Vietnamese is the model that every other language must match. */
export type Messages = typeof vi;

/** Every catalogue, by language. A new namespace is one JSON file per language and its two lines here. */
export const messages: Record<Locale, Messages> = { vi, en };

/** What goes to the browser with every page; other namespaces stay on the server unless a screen sends them. */
export const clientNamespaces = ["common", "crash", "shell"] as const satisfies readonly (keyof Messages)[];
