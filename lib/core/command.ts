import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type AuditEntry, appendAudit } from "@/lib/core/audit";
import type { Day } from "@/lib/core/day";
import { inContext, type Tx } from "@/lib/core/db/context";
import { refusalFrom } from "@/lib/core/db/refusal";
import { claimReceipt, completeReceipt } from "@/lib/core/receipt";

/** What a command works with: the running transaction, the actor and the day as the database sees them, and the audit. */
export type CommandContext = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: Day;
  /** Names the one event of this command. A second call in the same command throws. */
  readonly audit: (entry: AuditEntry) => void;
};

/** Names a sending: the same key twice is answered once; without one every call is a new act. */
export type Sending = { readonly formKey?: string | null; readonly command: string; readonly input: unknown };

/**
 * Runs a write: one transaction in the actor's scope, committed together with its audit event or not at all.
 * A form key already used returns the first answer; used with other content it is refused with CONFLICT.
 * A command that names no audit event does not commit. Constraint violations come back as DomainErrors.
 */
export async function runCommand<T extends { id: string } | { ids: string[] }>(
  actor: Actor,
  sending: Sending,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  try {
    return await inContext(actor.sessionToken, async (tx, current) => {
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
      await appendAudit(tx, current, entry);
      return result;
    });
  } catch (error) {
    throw refusalFrom(error) ?? error;
  }
}
