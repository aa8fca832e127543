import { type Day, typedForm } from "@/lib/core/day";
import type { DecidingBody, DossierKind, DossierState, DossierStepKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { workingDaysAfter } from "@/lib/features/admissions/rules/working-days";
import type { CharterParameters, Threshold } from "@/lib/features/rule-sets/schema";

/** What can be done to a dossier. */
export type DossierAct = "PREPARE" | "VOTE" | "RECORD" | "CONFIRM" | "HOLD_CEREMONY" | "CLOSE";

/** Who takes the next step: the branch, the office, leadership, or nobody any more. */
export type Turn = "BRANCH" | "OFFICE" | "LEADER" | null;

/** Where a dossier stands. `voteCarried` is null before the branch has voted. */
export type DossierStanding = {
  readonly kind: DossierKind;
  readonly state: DossierState;
  readonly memberId: string | null;
  readonly voteCarried: boolean | null;
};

const OPEN_TO: Readonly<Record<DossierAct, readonly DossierState[]>> = {
  PREPARE: ["OPEN", "VOTED"],
  VOTE: ["OPEN", "VOTED"],
  RECORD: ["VOTED"],
  CONFIRM: ["RECORDED"],
  HOLD_CEREMONY: ["DECIDED"],
  CLOSE: ["OPEN", "VOTED", "DECIDED"],
};

/** Why this step cannot be taken now: out of its order, or by the person the dossier is about (SOD-2). */
export function actObstacle(of: DossierStanding, act: DossierAct, actorMemberId: string | null): Obstacle | null {
  if (of.memberId !== null && of.memberId === actorMemberId) return { reason: "admissions.errors.ownDossier" };
  const isSettled = act === "PREPARE" && of.voteCarried === true;
  if (OPEN_TO[act].includes(of.state) && !isSettled) return null;
  if (act === "RECORD" && of.state === "OPEN") return { reason: "admissions.errors.notVoted" };
  if (act === "CONFIRM" && (of.state === "OPEN" || of.state === "VOTED")) {
    return { reason: "admissions.errors.notRecorded" };
  }
  const isEarly = act === "HOLD_CEREMONY" && of.state !== "DONE" && of.state !== "CLOSED";
  return { reason: isEarly ? "admissions.errors.notConfirmed" : "admissions.errors.stepPast" };
}

/** Whose turn it is. A vote that has not carried goes back to the branch. */
export function turnOf(of: Pick<DossierStanding, "state" | "voteCarried">): Turn {
  if (of.state === "OPEN") return "BRANCH";
  if (of.state === "VOTED") return of.voteCarried ? "OFFICE" : "BRANCH";
  if (of.state === "RECORDED") return "LEADER";
  return of.state === "DECIDED" ? "OFFICE" : null;
}

/** Why this day cannot be the day of a step: in the future, or before the step it follows. */
export function stepDayObstacle(on: Day, earliest: Day, today: Day, field: string): Obstacle | null {
  if (on > today) return { reason: "admissions.errors.dayInFuture", field };
  return on < earliest
    ? { reason: "admissions.errors.dayTooEarly", params: { earliest: typedForm(earliest) }, field }
    : null;
}

/** The papers of the check-list that had not come in by that day. */
export function papersMissing<T extends { readonly receivedOn: Day | null }>(papers: readonly T[], on: Day): T[] {
  return papers.filter((paper) => paper.receivedOn === null || paper.receivedOn > on);
}

/** Why the branch cannot vote on it: papers are missing. */
export function papersObstacle(papers: readonly { readonly receivedOn: Day | null }[], on: Day): Obstacle | null {
  const count = papersMissing(papers, on).length;
  return count > 0 ? { reason: "admissions.errors.papersMissing", params: { count, on: typedForm(on) } } : null;
}

/** The threshold of the branch's vote on a dossier of that kind; a death is not voted on. */
export function branchThreshold(kind: DossierKind, charter: CharterParameters): Threshold | null {
  const thresholds: Readonly<Record<DossierKind, Threshold | null>> = {
    ADMISSION: charter.admissionVote.value,
    RECOGNITION: charter.recognitionVote.value,
    EXEMPTION: charter.exemptionVote.value,
    REMOVAL: charter.removalVote.value,
    RESIGNATION: charter.resignationVote.value,
    EXPULSION: charter.expulsionVote.value,
    DEATH: null,
  };
  return thresholds[kind];
}

/** Who may decide a dossier of that kind: the branch itself an exemption, the committee or a superior body the rest. */
export function decidingBodies(kind: DossierKind): readonly DecidingBody[] {
  return kind === "EXEMPTION" ? ["BRANCH"] : ["STANDING_COMMITTEE", "COMMITTEE", "SUPERIOR"];
}

/** Whether a decision of that kind names the day it takes effect; an admission and a recognition follow the ceremony. */
export function namesEffect(kind: DossierKind): boolean {
  return kind !== "ADMISSION" && kind !== "RECOGNITION";
}

/** Why a decision cannot take effect so: no day where one is needed, a day where none is, or before the decision. */
export function effectObstacle(
  kind: DossierKind,
  of: { readonly decidedOn: Day; readonly effectiveOn: Day | null },
): Obstacle | null {
  const { decidedOn, effectiveOn } = of;
  const field = "effectiveOn";
  if (namesEffect(kind) !== (effectiveOn !== null)) return { reason: "admissions.errors.effectMissing", field };
  if (effectiveOn === null || effectiveOn >= decidedOn) return null;
  return { reason: "admissions.errors.dayTooEarly", params: { earliest: typedForm(decidedOn) }, field };
}

/** The last day for the ceremony, from the issue of the decision or from its receipt as the rule has it; null until received. */
export function ceremonyDueOn(
  of: { readonly decidedOn: Day; readonly receivedOn: Day | null },
  charter: CharterParameters,
): Day | null {
  const from = charter.ceremonyCountsFrom.value === "ISSUE" ? of.decidedOn : of.receivedOn;
  return from && workingDaysAfter(from, charter.ceremonyWorkingDays.value);
}

/** Why the ceremony cannot stand so: later than the rule allows without the consent of the level above in writing. */
export function ceremonyObstacle(
  ceremonyOn: Day,
  of: { readonly decidedOn: Day; readonly receivedOn: Day | null },
  charter: CharterParameters,
  lateConsent: string | null,
): Obstacle | null {
  const countsFrom = charter.ceremonyCountsFrom.value;
  if (countsFrom === "RECEIPT" && of.receivedOn === null) return { reason: "admissions.errors.notReceived" };
  const dueOn = ceremonyDueOn(of, charter);
  if (dueOn === null || ceremonyOn <= dueOn || lateConsent !== null) return null;
  const params = { dueOn: typedForm(dueOn), days: charter.ceremonyWorkingDays.value };
  return { reason: "admissions.errors.ceremonyLate", params, field: "lateConsent" };
}

/** The rules that a step of a dossier of that kind is taken under, by the names of their parameters. */
export function parametersOf(step: DossierStepKind, kind: DossierKind): readonly (keyof CharterParameters)[] {
  const ofVote = { ADMISSION: "admissionVote", RECOGNITION: "recognitionVote", EXEMPTION: "exemptionVote" } as const;
  const ofWayOut = { REMOVAL: "removalVote", RESIGNATION: "resignationVote", EXPULSION: "expulsionVote" } as const;
  const votes: Partial<Record<DossierKind, keyof CharterParameters>> = { ...ofVote, ...ofWayOut };
  const vote = votes[kind];
  switch (step) {
    case "CONDITIONS":
      return ["certificateMonths", "introducers", "introducerMonths"];
    case "VOTED":
      return [...(kind === "ADMISSION" ? CONSIDERED : []), ...(vote ? [vote] : []), "voteLeavesOut"];
    case "RECORDED":
      return kind === "EXEMPTION" ? [] : ["committeeVote", "standingVote"];
    case "CONFIRMED":
      return kind === "RECOGNITION" ? ["probationMonths"] : [];
    case "CEREMONY":
      return ["ceremonyWorkingDays", "ceremonyCountsFrom", "workingWeek", "probationMonths"];
    default:
      return [];
  }
}

const CONSIDERED = ["ageFromMonths", "ageToMonths", "schooling", "certificateMonths", "introducerMonths"] as const;
