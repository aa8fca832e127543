import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { canListDossiers } from "@/lib/features/admissions/policy";
import { listCeremoniesDue } from "@/lib/features/admissions/queries/list-dossiers";
import { listProbations } from "@/lib/features/admissions/queries/list-probations";
import { listBadgesDue } from "@/lib/features/badges/queries/get-badge-year";
import { listDisciplineWork } from "@/lib/features/disciplines/queries/list-discipline-work";
import { listCaseDuties } from "@/lib/features/inspections/queries/list-case-duties";
import { listMeetingsDue } from "@/lib/features/meetings/queries/list-meetings-due";
import { listEndingStatuses } from "@/lib/features/members/queries/list-ending-statuses";
import { canSeeWorkOf } from "@/lib/features/month-work/policy";
import type { OpenWork } from "@/lib/features/month-work/rules/lines";
import { listBranchTerms } from "@/lib/features/organization/queries/branch-terms";
import { listDisseminationDue } from "@/lib/features/party-documents/queries/list-dissemination-due";
import { findRatingWork } from "@/lib/features/ratings/queries/find-rating-work";
import { listWaitingRevisions } from "@/lib/features/rule-sets/queries/revisions";
import { listOpenTasks } from "@/lib/features/tasks/queries/list-tasks";
import { findTransfers } from "@/lib/features/transfers/queries/list-transfers";
import { listOpenDifficulties } from "@/lib/features/visits/queries/list-difficulties";
import { listVisitsDue } from "@/lib/features/visits/queries/list-visits-due";
import { listMissingRegulations } from "@/lib/features/working-regulations/queries/list-standings";

const DAYS_AHEAD = 30;
const BADGE_DAYS_AHEAD = 90;

/** Everything that is open today for this reader, from every feature that has days to keep; nothing of what the reader may not see. */
export async function findOpenWork(actor: Actor): Promise<OpenWork> {
  const [
    meetings,
    visits,
    documents,
    tasks,
    difficulties,
    probations,
    ceremonies,
    transfers,
    statuses,
    disciplines,
    caseDuties,
    terms,
    regulations,
    badges,
    ratingWork,
    rules,
  ] = await Promise.all([
    listMeetingsDue(actor),
    listVisitsDue(actor),
    listDisseminationDue(actor),
    listOpenTasks(actor),
    listOpenDifficulties(actor),
    canListDossiers(actor) ? listProbations(actor) : [],
    canListDossiers(actor) ? listCeremoniesDue(actor) : [],
    findTransfers(actor, "pending"),
    listEndingStatuses(actor, DAYS_AHEAD),
    listDisciplineWork(actor, DAYS_AHEAD),
    listCaseDuties(actor),
    listBranchTerms(actor, actor.today),
    listMissingRegulations(actor),
    /* Papers for a badge take three months. */
    listBadgesDue(actor, addDays(actor.today, BADGE_DAYS_AHEAD)),
    findRatingWork(actor),
    listWaitingRevisions(actor),
  ]);
  return {
    ...{
      meetings,
      visits,
      documents,
      tasks,
      difficulties,
      probations,
      ceremonies,
      statuses,
      disciplines,
      caseDuties,
      badges,
      rules,
    },
    ...ratingWork,
    transfers: transfers?.lines ?? [],
    // Who reads the terms and regulations of all branches has to see to those of the own ones, and of those in charge.
    terms: (terms ?? []).filter(({ branchId }) => canSeeWorkOf(actor, branchId)),
    regulations: regulations.filter(({ branchId }) => canSeeWorkOf(actor, branchId)),
  };
}
