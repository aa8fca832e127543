import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { inForceOn } from "@/lib/core/day/interval";
import { partialDay } from "@/lib/core/day/partial-day";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import {
  canConfirmDecision,
  canHoldCeremony,
  canRecordDecision,
  canWorkOnDossier,
} from "@/lib/features/admissions/policy";
import { type DossierRow, findDossierRow } from "@/lib/features/admissions/queries/find-dossier-row";
import { ageInMonths, certificateLastDay } from "@/lib/features/admissions/rules/candidate";
import { probationClock } from "@/lib/features/admissions/rules/probation";
import {
  actObstacle,
  ceremonyDueOn,
  type DossierAct,
  decidingBodies,
  namesEffect,
  papersMissing,
  parametersOf,
  turnOf,
} from "@/lib/features/admissions/rules/steps";
import { currentStep, trackerSteps } from "@/lib/features/admissions/rules/tracker";
import { listCharters } from "@/lib/features/rule-sets/queries/rule-sets";
import { type CharterParameters, charterParameters } from "@/lib/features/rule-sets/schema";
import { canReadVotes } from "@/lib/features/votes/policy";
import { getSheetView } from "@/lib/features/votes/queries/sheets";

/** The rule set a step was taken under, and those of its values there that have not been confirmed. */
export type RuleUse = { readonly document: string; readonly unsure: readonly (keyof CharterParameters)[] };

/** A dossier as the reader may see it, with what the reader may do in it now. */
export type DossierView = ReturnType<typeof viewOf>;

/** One dossier. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getDossier(actor: Actor, id: string): Promise<DossierView> {
  return readAs(actor, async (tx) => {
    const row = await findDossierRow(tx, actor, id);
    if (!row) throw notFound();
    return viewOf(actor, row, await listCharters(tx, actor.committeeId));
  });
}

type Charters = Awaited<ReturnType<typeof listCharters>>;

function viewOf(actor: Actor, row: DossierRow, charters: Charters) {
  const { id, kind, state, version, branch, memberId, ground, reason, decidedBy, decisionNumber, minutesNumber } = row;
  const papers = row.papers.map(({ code, receivedOn }) => ({ code, receivedOn: fromDbDate(receivedOn) }));
  const branchVote = row.branchVote && getSheetView(row.branchVote);
  const standing = { kind, state, memberId, voteCarried: branchVote?.isPassed ?? null };
  const decidedOn = fromDbDate(row.decidedOn);
  const receivedOn = fromDbDate(row.receivedOn);
  const decision = decidedBy &&
    decidedOn && {
      decidedBy,
      decisionNumber,
      decidedOn,
      minutesNumber,
      receivedOn,
      effectiveOn: fromDbDate(row.effectiveOn),
    };
  const ofDecision = decidedOn ? inForceOn(charters, decidedOn)[0]?.parameters : undefined;
  const [ofToday] = inForceOn(charters, actor.today);
  const { profile } = row.member ?? {};
  const ceremonyOn = fromDbDate(profile?.secondCeremonyOn ?? profile?.ceremonyOn ?? null);
  const isProbation = kind === "RECOGNITION" && state !== "DONE" && ceremonyOn !== null && ofToday;
  return {
    id,
    kind,
    state,
    version,
    name: row.candidate?.fullName ?? row.member?.fullName ?? "",
    branch,
    memberId,
    helper: row.helper?.fullName ?? null,
    openedOn: fromDbDate(row.openedOn),
    ground,
    reason,
    candidate: candidateOf(row, actor.today, ofToday?.parameters),
    introducers: row.introducers.map(({ memberId: introducerId, member, tie, togetherSinceOn }) => {
      return { memberId: introducerId, name: member.fullName, tie, togetherSinceOn: fromDbDate(togetherSinceOn) };
    }),
    papers,
    branchVote,
    committeeVote: row.committeeVote && canReadVotes(actor, null) ? getSheetView(row.committeeVote) : null,
    decision,
    bodies: decidingBodies(kind),
    namesEffect: namesEffect(kind),
    ceremony: {
      heldOn: fromDbDate(row.ceremonyOn),
      lateConsent: row.lateConsent,
      countsFrom: ofDecision?.ceremonyCountsFrom.value ?? null,
      dueOn: decidedOn && ofDecision ? ceremonyDueOn({ decidedOn, receivedOn }, ofDecision) : null,
    },
    probation: isProbation ? probationClock(ceremonyOn, actor.today, ofToday.parameters) : null,
    steps: row.steps.map(({ ruleSet, doneOn, ...step }) => {
      return { ...step, doneOn: fromDbDate(doneOn), rule: ruleUse(ruleSet, parametersOf(step.kind, kind)) };
    }),
    stations: trackerSteps(kind),
    station: currentStep(standing, papersMissing(papers, actor.today).length),
    turn: turnOf(standing),
    isOwn: memberId !== null && memberId === actor.memberId,
    can: rightsOf(actor, row.branchId, (act) => actObstacle(standing, act, actor.memberId) === null, row),
  };
}

function candidateOf({ candidate }: DossierRow, today: Day, charter: CharterParameters | undefined) {
  if (!candidate) return null;
  const { birthOn, youthUnionOn, certificateOn: issuedOn, ...rest } = candidate;
  const certificateOn = fromDbDate(issuedOn);
  const born = partialDay(birthOn);
  const lastDay = certificateOn && charter ? certificateLastDay(certificateOn, charter.certificateMonths.value) : null;
  return {
    ...rest,
    birthOn: born,
    months: ageInMonths(born, today),
    youthUnionOn: youthUnionOn === null ? null : partialDay(youthUnionOn),
    certificateOn,
    certificateLastDay: lastDay,
  };
}

function ruleUse(
  ruleSet: { kind: string; document: string; parameters: unknown },
  names: readonly (keyof CharterParameters)[],
): RuleUse {
  const { document, parameters } = ruleSet;
  if (ruleSet.kind !== "CHARTER") return { document, unsure: [] };
  const values = charterParameters.parse(parameters);
  return { document, unsure: names.filter((name) => values[name].certainty !== "CONFIRMED") };
}

function rightsOf(
  actor: Actor,
  branchId: string,
  isOpen: (act: DossierAct) => boolean,
  { recordedById, openedById, state }: Pick<DossierRow, "recordedById" | "openedById" | "state">,
) {
  const works = canWorkOnDossier(actor, branchId);
  const isOther = actor.accountId !== recordedById && actor.accountId !== openedById;
  const mayReturn = canConfirmDecision(actor) || canRecordDecision(actor);
  return {
    prepare: works && isOpen("PREPARE"),
    vote: works && isOpen("VOTE"),
    record: canRecordDecision(actor) && isOpen("RECORD"),
    confirm: canConfirmDecision(actor) && isOther && isOpen("CONFIRM"),
    return: mayReturn && isOpen("CONFIRM"),
    holdCeremony: canHoldCeremony(actor) && isOpen("HOLD_CEREMONY"),
    close: (state === "DECIDED" ? canRecordDecision(actor) : works) && isOpen("CLOSE"),
  };
}
