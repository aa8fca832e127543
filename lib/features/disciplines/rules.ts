import { addDays, addMonths, type Day, typedForm } from "@/lib/core/day";
import type {
  BreachKind,
  ComplaintOutcome,
  DisciplineBody,
  DisciplineForm,
  DisciplineSubject,
} from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { DisciplineParameters } from "@/lib/features/rule-sets/schema/discipline";
import { votesNeeded } from "@/lib/features/votes/rules";

/** The forms a subject may receive, as the rules have it. */
export function formsOf(rules: DisciplineParameters, subject: DisciplineSubject): readonly DisciplineForm[] {
  if (subject === "ORGANIZATION") return rules.organizationForms.value;
  return (subject === "OFFICIAL" ? rules.officialForms : rules.probationaryForms).value;
}

/** Whether a breach of that kind never lapses, with its source; null of what always does. Each such kind is told by a paper. */
export function neverLapses(
  { falseDiplomaNeverLapses, internalPoliticsNeverLapses }: DisciplineParameters,
  kind: BreachKind,
): DisciplineParameters["falseDiplomaNeverLapses"] | null {
  if (kind === "ORDINARY") return null;
  return kind === "FALSE_DIPLOMA" ? falseDiplomaNeverLapses : internalPoliticsNeverLapses;
}

/** The part of the whole body that has to say yes, with its source: of a branch, or of any other body. */
export function voteRule(
  { branchDisciplineVote, bodyDisciplineVote }: DisciplineParameters,
  body: DisciplineBody,
): DisciplineParameters["bodyDisciplineVote"] {
  return body === "BRANCH" ? branchDisciplineVote : bodyDisciplineVote;
}

/** After how many months a breach lapses by the form it is decided with; null where it never does. */
export function limitationMonths(
  { organizationLimitationMonths, memberLimitationMonths }: DisciplineParameters,
  subject: DisciplineSubject,
  form: DisciplineForm,
): number | null {
  const { reprimand, warning } =
    subject === "ORGANIZATION" ? organizationLimitationMonths.value : memberLimitationMonths.value;
  if (form === "REPRIMAND") return reprimand;
  if (form === "WARNING") return warning;
  return form === "DISMISSAL" ? memberLimitationMonths.value.dismissal : null;
}

/** The last day on which a conclusion could still reach a breach; null where it never lapses. */
export function lapsesAfter(breachOn: Day, months: number | null): Day | null {
  return months === null ? null : addMonths(breachOn, months);
}

/** From which day a decision has no effect any more, by itself (QĐ 69-QĐ/TW, 2); null of what ends a membership or a branch. */
export function effectEndsOn(
  { form, announcedOn }: { readonly form: DisciplineForm; readonly announcedOn: Day },
  { effectMonths }: Pick<DisciplineParameters, "effectMonths">,
): Day | null {
  return form === "EXPULSION" || form === "DISSOLUTION" ? null : addMonths(announcedOn, effectMonths.value);
}

/** What of a complaint counts for the effect of its decision. `closedOn` is the day it was settled or taken back; null while it is open. */
export type ComplaintFacts = {
  readonly receivedOn: Day;
  readonly closedOn: Day | null;
  readonly outcome: ComplaintOutcome | null;
};

/** From which day a decision has no effect, complaints counted in; `isHeld` where an open complaint keeps it from ending by itself. */
export type Effect = { readonly endsOn: Day | null; readonly isHeld: boolean; readonly isAnnulled: boolean };

/**
 * When the effect of a decision ends: by itself, but not while a complaint is open that came before that day; an annulled one on the day of
 * the settlement. Complaints come in the order of their receipt. `app.discipline_ends_on` says the same in the database.
 */
export function effectOf(
  decision: {
    readonly form: DisciplineForm;
    readonly announcedOn: Day;
    readonly complaints: readonly ComplaintFacts[];
  },
  rules: DisciplineParameters,
): Effect {
  const isAnnulled = decision.complaints.some(({ closedOn, outcome }) => closedOn !== null && outcome === "ANNULLED");
  let endsOn = effectEndsOn(decision, rules);
  let isHeld = false;
  for (const { receivedOn, closedOn, outcome } of decision.complaints) {
    if (endsOn !== null && receivedOn >= endsOn) continue;
    if (endsOn !== null && rules.complaintHoldsEffect.value) {
      isHeld = closedOn === null;
      endsOn = closedOn === null || closedOn > endsOn ? closedOn : endsOn;
    }
    if (closedOn !== null && outcome === "ANNULLED") {
      return { endsOn: endsOn !== null && endsOn < closedOn ? endsOn : closedOn, isHeld: false, isAnnulled };
    }
  }
  return { endsOn, isHeld, isAnnulled };
}

/** By which day a complaint is to be settled. */
export function settlementDueOn(receivedOn: Day, { complaintDays }: DisciplineParameters): Day {
  return addDays(receivedOn, complaintDays.value);
}

/** Why a complaint cannot be entered: the decision does not stand, another complaint is open, its day, or who speaks for an organization. */
export function complaintObstacle(
  { receivedOn, representative }: { readonly receivedOn: Day; readonly representative: string | null },
  about: {
    readonly announcedOn: Day;
    readonly isOrganization: boolean;
    readonly stands: boolean;
    readonly hasOpen: boolean;
  },
  today: Day,
): Obstacle | null {
  if (!about.stands) return { reason: "disciplines.errors.complaintOnNothing" };
  if (about.hasOpen) return { reason: "disciplines.errors.complaintOpen" };
  if (about.isOrganization !== (representative !== null)) {
    return { reason: "disciplines.errors.representative", field: "representative" };
  }
  return betweenObstacle("receivedOn", receivedOn, about.announcedOn, today);
}

/** Why a day of a complaint cannot be: it comes before what it follows, or is still to come. */
export function betweenObstacle(field: string, on: Day, first: Day, today: Day): Obstacle | null {
  if (on >= first && on <= today) return null;
  const params = { first: typedForm(first), today: typedForm(today) };
  return { reason: "disciplines.errors.complaintDay", params, field };
}

/** Whether a decision that ends on that day (never, where null) has effect on a day. */
export function isInEffect(announcedOn: Day, endsOn: Day | null, on: Day): boolean {
  return announcedOn <= on && (endsOn === null || on < endsOn);
}

/** What a decision is judged by, as its papers have it. */
export type DecisionPaper = {
  readonly form: DisciplineForm;
  readonly body: DisciplineBody;
  readonly decidedOn: Day;
  readonly bodyMembers: number;
  readonly present: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly breachKind: BreachKind;
  readonly exceptionPaper: string | null;
  readonly breachOn: Day;
  readonly concludedOn: Day;
  readonly announcedOn: Day;
};

/** What the register knows of the subject on the day of the decision. */
export type SubjectFacts = { readonly subject: DisciplineSubject; readonly holdsPost: boolean };

/** Why these papers cannot be a decision on that subject: their days, their form, their body, their vote, or that the breach has lapsed. */
export function decisionObstacle(
  paper: DecisionPaper,
  of: SubjectFacts,
  { rules, document }: { readonly rules: DisciplineParameters; readonly document: string },
  today: Day,
): Obstacle | null {
  return (
    daysObstacle(paper, today) ??
    formObstacle(paper, of, rules) ??
    voteObstacle(paper, rules) ??
    limitationObstacle(paper, of.subject, { rules, document })
  );
}

/** Why these days cannot be: the breach comes first, then the conclusion, the decision and its announcement, none of them to come. */
export function daysObstacle(
  { breachOn, concludedOn, decidedOn, announcedOn }: DecisionPaper,
  today: Day,
): Obstacle | null {
  const after = (field: string, before: Day): Obstacle => ({
    reason: `disciplines.errors.${field}`,
    params: { day: typedForm(before) },
    field,
  });
  if (announcedOn > today)
    return { reason: "disciplines.errors.inFuture", params: { day: typedForm(today) }, field: "announcedOn" };
  if (concludedOn < breachOn) return after("concludedOn", breachOn);
  if (decidedOn < concludedOn) return after("decidedOn", concludedOn);
  return announcedOn < decidedOn ? after("announcedOn", decidedOn) : null;
}

/** Why this form is not for the subject, or not for the body to decide. */
export function formObstacle(
  { form, body }: DecisionPaper,
  { subject, holdsPost }: SubjectFacts,
  rules: DisciplineParameters,
): Obstacle | null {
  if (!formsOf(rules, subject).includes(form)) return { reason: `disciplines.errors.form_${subject}`, field: "form" };
  if (form === "DISMISSAL" && !holdsPost) return { reason: "disciplines.errors.noPost", field: "form" };
  if (body !== "BRANCH") return null;
  if (subject === "ORGANIZATION") return { reason: "disciplines.errors.branchOnBranch", field: "body" };
  const decides: readonly DisciplineForm[] = rules.branchForms.value;
  return decides.includes(form) ? null : { reason: "disciplines.errors.beyondBranch", field: "body" };
}

/** Why this vote decides nothing: its numbers do not add up, or too few of the whole body said yes. */
export function voteObstacle(paper: DecisionPaper, rules: DisciplineParameters): Obstacle | null {
  const { bodyMembers, present, votesFor, votesAgainst } = paper;
  if (present > bodyMembers) {
    return { reason: "disciplines.errors.present", params: { members: bodyMembers }, field: "present" };
  }
  if (votesFor + votesAgainst !== present) {
    const params = { sum: votesFor + votesAgainst, present };
    return { reason: "disciplines.errors.sum", params, field: "votesFor" };
  }
  const needed = votesNeeded(bodyMembers, voteRule(rules, paper.body).value);
  if (votesFor >= needed) return null;
  const params = { needed, members: bodyMembers };
  return { reason: "disciplines.errors.majority", params, field: "votesFor" };
}

/** Why the breach could not be disciplined any more: it has lapsed, and no paper says that it is of a kind that never does. */
export function limitationObstacle(
  { form, breachKind, exceptionPaper, breachOn, concludedOn }: DecisionPaper,
  subject: DisciplineSubject,
  { rules, document }: { readonly rules: DisciplineParameters; readonly document: string },
): Obstacle | null {
  if ((breachKind === "ORDINARY") !== (exceptionPaper === null)) {
    const missing = exceptionPaper === null ? "exceptionPaper" : "noException";
    return { reason: `disciplines.errors.${missing}`, field: "exceptionPaper" };
  }
  if (neverLapses(rules, breachKind)?.value) return null;
  const months = limitationMonths(rules, subject, form);
  const last = lapsesAfter(breachOn, months);
  if (months === null || last === null || concludedOn <= last) return null;
  const params = { months, day: typedForm(last), document };
  return { reason: "disciplines.errors.lapsed", params, field: "breachKind" };
}

/** Why this cannot correct that decision: it is not confirmed, corrected already, or gives no reason. */
export function correctionObstacle(
  corrected: { readonly isConfirmed: boolean; readonly isCorrected: boolean } | null,
  reason: string | null,
): Obstacle | null {
  if (corrected === null) return null;
  if (!corrected.isConfirmed) return { reason: "disciplines.errors.notConfirmed" };
  if (corrected.isCorrected) return { reason: "disciplines.errors.corrected" };
  return reason === null ? { reason: "disciplines.errors.correctionReason", field: "whyCorrected" } : null;
}
