import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import {
  loadRevision,
  moveRevision,
  revisionSubject,
  type StoredRevision,
} from "@/lib/features/rule-sets/commands/revision-steps";
import { canConfirmRevision, canReviseRules } from "@/lib/features/rule-sets/policy";
import { draftObstacle, isChanged, parametersOf } from "@/lib/features/rule-sets/rules/revisions";
import { parameterSchemas } from "@/lib/features/rule-sets/schema/parameters";
import type { CloseRevisionInput, RevisionStepInput } from "@/lib/features/rule-sets/schema/revisions";

/** Submits a next version for a leader to confirm. For the office. Refuses one in which nothing has been changed (RULE). */
export function submitRevision(actor: Actor, input: RevisionStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "submitRevision", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const found = await loadRevision(context, input.id);
    authorize(canReviseRules(actor));
    requireNoObstacle(draftObstacle(found.state));
    const schema = parameterSchemas[found.followed.kind];
    const changes = parametersOf(schema.parse(found.followed.parameters), schema.parse(found.parameters));
    if (!changes.some(isChanged)) throw new DomainError("RULE", "ruleSets.errors.nothingChanged");
    const hand = { submittedById: actor.accountId, submittedBy: actor.displayName, submittedOn: toDbDate(today) };
    await moveRevision(context, input, { state: "SUBMITTED", ...hand, note: null });
    audit({ type: "ruleRevision.submitted", ...toldOf(found, "SUBMITTED") });
    return { id: found.id };
  });
}

/**
 * Makes a submitted next version a draft again, with the reason: a leader sends it back, or the office takes it back. Refuses one
 * that is not submitted (RULE).
 */
export function returnRevision(actor: Actor, input: CloseRevisionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "returnRevision", input, ...sending }, async (context) => {
    const { actor, audit } = context;
    const found = await loadRevision(context, input.id);
    authorize(canConfirmRevision(actor) || canReviseRules(actor));
    if (found.state !== "SUBMITTED") throw new DomainError("RULE", "ruleSets.errors.notSubmitted");
    const none = { submittedById: null, submittedBy: null, submittedOn: null };
    await moveRevision(context, input, { state: "DRAFT", ...none, note: input.reason });
    audit({ type: "ruleRevision.returned", reason: input.reason, ...toldOf(found, "DRAFT") });
    return { id: found.id };
  });
}

/** Gives a draft up, with the reason; it stays to be read. For the office. Refuses what is no draft (RULE). */
export function discardRevision(actor: Actor, input: CloseRevisionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "discardRevision", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const found = await loadRevision(context, input.id);
    authorize(canReviseRules(actor));
    requireNoObstacle(draftObstacle(found.state));
    const hand = { closedById: actor.accountId, closedBy: actor.displayName, closedOn: toDbDate(today) };
    await moveRevision(context, input, { state: "DISCARDED", ...hand, note: input.reason });
    audit({ type: "ruleRevision.discarded", reason: input.reason, ...toldOf(found, "DISCARDED") });
    return { id: found.id };
  });
}

function toldOf(found: StoredRevision, state: "DRAFT" | "SUBMITTED" | "DISCARDED") {
  return {
    subject: revisionSubject(found),
    changes: [{ record: "RuleRevision", recordId: found.id, before: { state: found.state }, after: { state } }],
  };
}
