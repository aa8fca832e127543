import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import type { Day } from "@/lib/core/day";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import {
  changeDossier,
  loadDossier,
  requireStep,
  type StoredDossier,
} from "@/lib/features/admissions/commands/load-dossier";
import { writeStep } from "@/lib/features/admissions/commands/write-step";
import { canConfirmDecision } from "@/lib/features/admissions/policy";
import { isWayOut, WAYS_OUT, type WayOut } from "@/lib/features/admissions/rules/departures";
import { probationDueOn } from "@/lib/features/admissions/rules/probation";
import type { ConfirmDecisionInput } from "@/lib/features/admissions/schema";
import { endMembership } from "@/lib/features/members/commands/end-membership";
import { loadProbation, recogniseMember } from "@/lib/features/members/commands/recognise-member";
import { beginStatus } from "@/lib/features/members/commands/start-status";
import { getCharterOn, type RuleInForce } from "@/lib/features/rule-sets/queries/rule-sets";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";

/** A decision that is being confirmed: whom it is about, its day, and the rules of that day. */
type Confirmed = {
  readonly dossier: StoredDossier;
  readonly memberId: string;
  readonly decidedOn: Day;
  readonly charter: RuleInForce<CharterParameters>;
};

/**
 * Confirms a recorded decision, which is final from then on and takes effect in the same transaction; an admission takes
 * effect with its ceremony. Refuses who opened the dossier or recorded the decision, and what is about oneself (RULE). Asks for
 * the password again.
 */
export function confirmDecision(actor: Actor, input: ConfirmDecisionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmDecision", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const dossier = await loadDossier(context, input.id);
    authorize(canConfirmDecision(actor));
    await requireRecentPassword(context);
    requireStep(dossier, "CONFIRM", actor.memberId);
    if (dossier.recordedById === actor.accountId) throw new DomainError("RULE", "admissions.errors.recorderConfirms");
    if (dossier.openedById === actor.accountId) throw new DomainError("RULE", "admissions.errors.openerConfirms");
    const { id, kind, memberId, decidedOn } = dossier;
    if (decidedOn === null) throw notFound();
    const charter = await getCharterOn(tx, actor.committeeId, decidedOn);

    const isFinished = kind !== "ADMISSION";
    const state = isFinished ? "DONE" : "DECIDED";
    const signature = { confirmedById: actor.accountId, confirmedAt: new Date() };
    await changeDossier(context, dossier, input.version, { state, ...signature });
    const effects =
      isFinished && memberId !== null ? await takeEffect(context, { dossier, memberId, decidedOn, charter }) : [];
    const step = await writeStep(context, id, { kind: "CONFIRMED", doneOn: today, ruleSet: charter });
    const change = { record: "Dossier", recordId: id, before: { state: dossier.state }, after: { state } };
    audit({
      type: "dossier.decisionConfirmed",
      subject: { kind: "dossier", id, name: dossier.name },
      branchId: dossier.branchId,
      params: { kind, decisionNumber: dossier.decisionNumber },
      changes: [change, ...effects, step],
    });
    return { id };
  });
}

function takeEffect(context: CommandContext, of: Confirmed): Promise<AuditChange[]> {
  const { kind } = of.dossier;
  if (kind === "RECOGNITION") return recognise(context, of);
  if (kind === "EXEMPTION") return exempt(context, of);
  if (isWayOut(kind)) return leave(context, of, WAYS_OUT[kind]);
  throw notFound();
}

async function recognise(context: CommandContext, { dossier, memberId, decidedOn, charter }: Confirmed) {
  const { ceremonyOn } = await loadProbation(context, memberId);
  if (ceremonyOn === null) throw new DomainError("RULE", "admissions.errors.noCeremony");
  const officialOn = probationDueOn(ceremonyOn, charter.parameters);
  return [await recogniseMember(context, memberId, { officialOn, decidedOn, branch: dossier.branch.name })];
}

async function exempt(context: CommandContext, { dossier, memberId, decidedOn }: Confirmed) {
  const { effectiveOn, reason, decisionNumber } = dossier;
  const of = { memberId, kind: "EXEMPT", startsOn: effectiveOn ?? decidedOn, lastDay: null } as const;
  const { change } = await beginStatus(context, { ...of, reason, decisionNumber });
  return [change];
}

async function leave(
  context: CommandContext,
  { dossier, memberId, decidedOn }: Confirmed,
  reason: (typeof WAYS_OUT)[WayOut],
) {
  const { effectiveOn, decisionNumber } = dossier;
  const of = { memberId, endsOn: effectiveOn ?? decidedOn, reason, decisionNumber };
  const { change } = await endMembership(context, of);
  return [change];
}
