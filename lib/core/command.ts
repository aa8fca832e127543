import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type AuditEntry, appendAudit } from "@/lib/core/audit";
import { keepCorrections } from "@/lib/core/closed-periods";
import type { Day } from "@/lib/core/day";
import { inContext, inContextAside, type Tx } from "@/lib/core/db/context";
import { refusalFrom } from "@/lib/core/db/refusal";
import { DomainError } from "@/lib/core/errors";
import { claimReceipt, completeReceipt } from "@/lib/core/receipt";

/** What a command works with: the running transaction, the actor and the day as the database sees them, and the audit. */
export type CommandContext = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: Day;
  /** Names the one event of this command. A second call in the same command throws. */
  readonly audit: (entry: AuditEntry) => void;
};

/**
 * What comes with the input of a command: the key of the form, which twice is answered once and without which every call is a
 * new act, and why a period that has been closed is to read otherwise now.
 */
export type FormSending = { readonly formKey?: string | null; readonly correctionReason?: string | null };

/** A sending with what it does and with what. */
export type Sending = FormSending & { readonly command: string; readonly input: unknown };

/** Writes what a command is for, and names its event. */
type Work<T> = (context: CommandContext) => Promise<T>;

/**
 * Runs a write: one transaction in the actor's scope, committed together with its audit event or not at all.
 * A form key already used returns the first answer; used with other content it is refused with CONFLICT.
 * A command that names no audit event does not commit, nor one that changes a closed period without a reason (RULE).
 * While a restored state waits to be accepted everything is refused (RULE). Constraint violations come back as DomainErrors.
 */
export function runCommand<T extends { id: string } | { ids: string[] }>(
  actor: Actor,
  sending: Sending,
  work: Work<T>,
): Promise<T> {
  return run(inWriting, sending, actor, work);
}

const inWriting: typeof inContext = (token, work) =>
  inContext(token, async (tx, actor, stale) => {
    if (actor.pendingRestore) throw new DomainError("RULE", "refusals.restorePending");
    return work(tx, actor, stale);
  });

/** As `runCommand`, for the few writes that go on while a restored state waits to be accepted. */
export function runCommandAside<T extends { id: string } | { ids: string[] }>(
  actor: Actor,
  sending: Sending,
  work: Work<T>,
): Promise<T> {
  return run(inContextAside, sending, actor, work);
}

/**
 * As `runCommand`, for what is no record yet: text that somebody is still typing, kept where its owner alone finds it. The last sending
 * stands and nothing is audited, since nothing has been said.
 */
export async function runUnrecorded<T>(
  actor: Actor,
  work: (context: Omit<CommandContext, "audit">) => Promise<T>,
): Promise<T> {
  try {
    return await inWriting(actor.sessionToken, (tx, current) => work({ tx, actor: current, today: current.today }));
  } catch (error) {
    throw refusalFrom(error) ?? error;
  }
}

async function run<T extends { id: string } | { ids: string[] }>(
  enter: typeof inContext,
  sending: Sending,
  actor: Actor,
  work: Work<T>,
): Promise<T> {
  try {
    return await enter(actor.sessionToken, async (tx, current) => {
      const earlier = await claimReceipt<T>(tx, current, sending);
      if (earlier) return earlier;

      let entry: AuditEntry | undefined;
      const audit = (named: AuditEntry) => {
        if (entry) throw new Error(`${sending.command} named a second audit event`);
        entry = named;
      };
      const result = await work({ tx, actor: current, today: current.today, audit });
      if (!entry) throw new Error(`${sending.command} named no audit event`);

      await completeReceipt(tx, current, sending, result);
      await appendAudit(tx, current, await keepCorrections(tx, current, entry, sending.correctionReason ?? null));
      return result;
    });
  } catch (error) {
    throw refusalFrom(error) ?? error;
  }
}
