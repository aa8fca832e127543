import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { changeDossier, loadDossier, requireStep } from "@/lib/features/admissions/commands/load-dossier";
import { writeStep } from "@/lib/features/admissions/commands/write-step";
import { canConfirmDecision, canRecordDecision } from "@/lib/features/admissions/policy";
import { decidingBodies, effectObstacle, stepDayObstacle } from "@/lib/features/admissions/rules/steps";
import type { RecordDecisionInput, ReturnDecisionInput } from "@/lib/features/admissions/schema";
import { getCharterOn, type RuleInForce } from "@/lib/features/rule-sets/queries/rule-sets";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";
import { type WrittenSheet, writeCommitteeVote } from "@/lib/features/votes/commands/write-vote-sheet";
import { tooFewVotesObstacle } from "@/lib/features/votes/rules";

type FormKey = FormSending;

/**
 * Enters a decision from the minutes of who decides, for a second person to confirm. Refuses a branch vote that has not
 * carried, a body that does not decide such matters, too few votes of the committee, and days out of order (RULE).
 */
export function recordDecision(actor: Actor, input: RecordDecisionInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "recordDecision", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const dossier = await loadDossier(context, input.id);
    authorize(canRecordDecision(actor));
    requireStep(dossier, "RECORD", actor.memberId);
    const { branchVote } = dossier;
    if (!branchVote) throw notFound();
    requireNoObstacle(tooFewVotesObstacle(branchVote));
    const { id, version, decidedBy, decisionNumber, decidedOn, minutesNumber, receivedOn, effectiveOn } = input;
    requireNoObstacle(stepDayObstacle(decidedOn, branchVote.heldOn, today, "decidedOn"));
    if (receivedOn) requireNoObstacle(stepDayObstacle(receivedOn, decidedOn, today, "receivedOn"));
    if (!decidingBodies(dossier.kind).includes(decidedBy)) {
      throw new DomainError("RULE", "admissions.errors.wrongBody", {}, "decidedBy");
    }
    requireNoObstacle(effectObstacle(dossier.kind, { decidedOn, effectiveOn }));
    const charter = await getCharterOn(tx, actor.committeeId, decidedOn);
    const sheet = await writeVote(context, input, charter);

    const paper = { decidedBy, decisionNumber, minutesNumber };
    await changeDossier(context, dossier, version, {
      state: "RECORDED",
      ...paper,
      decidedOn: toDbDate(decidedOn),
      receivedOn: toDbDate(receivedOn),
      effectiveOn: toDbDate(effectiveOn),
      committeeVoteId: sheet?.id ?? null,
      recordedById: actor.accountId,
    });
    const kind = "RECORDED";
    const step = await writeStep(context, id, { kind, doneOn: decidedOn, ruleSet: charter, voteSheetId: sheet?.id });
    const before = { state: dossier.state };
    const after = { state: kind, ...paper, decidedOn, receivedOn, effectiveOn };
    audit({
      type: "dossier.decisionRecorded",
      subject: { kind: "dossier", id, name: dossier.name },
      branchId: dossier.branchId,
      params: { kind: dossier.kind, decisionNumber },
      changes: [{ record: "Dossier", recordId: id, before, after }, ...(sheet ? [sheet.change] : []), step],
    });
    return { id };
  });
}

/** The committee's own vote, counted against its seats; a superior body's and a branch's are not ours to count. */
async function writeVote(
  context: CommandContext,
  input: RecordDecisionInput,
  charter: RuleInForce<CharterParameters>,
): Promise<WrittenSheet | null> {
  const { decidedBy, minutesNumber, decidedOn, method, present, yes, no, blank } = input;
  if (decidedBy !== "SUPERIOR" && minutesNumber === null) {
    throw new DomainError("RULE", "admissions.errors.minutesMissing", {}, "minutesNumber");
  }
  if (decidedBy === "SUPERIOR" || decidedBy === "BRANCH") return null;
  if (method === null || present === null || yes === null) {
    throw new DomainError("RULE", "admissions.errors.voteMissing", {}, method === null ? "method" : "present");
  }
  const { committeeVote, standingVote } = charter.parameters;
  const threshold = (decidedBy === "COMMITTEE" ? committeeVote : standingVote).value;
  const entry = { heldOn: decidedOn, method, minutesNumber, present, yes, no: no ?? 0, blank: blank ?? 0 };
  const sheet = await writeCommitteeVote(context, decidedBy, entry, { ruleSetId: charter.id, threshold });
  requireNoObstacle(tooFewVotesObstacle(sheet));
  return sheet;
}

/** Sends a recorded decision back to the office with the reason, to be entered anew. For who confirms or who records. */
export function returnDecision(actor: Actor, input: ReturnDecisionInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "returnDecision", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const dossier = await loadDossier(context, input.id);
    authorize(canConfirmDecision(actor) || canRecordDecision(actor));
    requireStep(dossier, "CONFIRM", actor.memberId);
    const charter = await getCharterOn(tx, actor.committeeId, today);

    const none = { decidedBy: null, decisionNumber: null, decidedOn: null, minutesNumber: null, receivedOn: null };
    await changeDossier(context, dossier, input.version, {
      state: "VOTED",
      ...none,
      effectiveOn: null,
      committeeVoteId: null,
      recordedById: null,
    });
    const { id, reason: note } = input;
    const step = await writeStep(context, id, { kind: "RETURNED", doneOn: today, ruleSet: charter, note });
    const before = { state: dossier.state, decisionNumber: dossier.decisionNumber };
    audit({
      type: "dossier.decisionReturned",
      subject: { kind: "dossier", id, name: dossier.name },
      branchId: dossier.branchId,
      reason: note,
      changes: [{ record: "Dossier", recordId: id, before, after: { state: "VOTED", decisionNumber: null } }, step],
    });
    return { id };
  });
}
