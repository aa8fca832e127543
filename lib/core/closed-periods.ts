import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AuditEntry } from "@/lib/core/audit";
import { fromDbDate, typedForm } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { DomainError } from "@/lib/core/errors";
import { CORRECTION_REASON } from "@/lib/core/form-input";

/* What the table of rises and falls is made of. */
const COUNTED = ["Member", "Membership"];

/**
 * Compares what a command wrote about members with the periods that have been closed, whatever command it is. Where a closed
 * table reads otherwise now, keeps by name how, with the reason, and answers the event with that reason; refuses with RULE
 * where none is given, so that the form asks for it.
 */
export async function keepCorrections(
  tx: Tx,
  actor: Actor,
  entry: AuditEntry,
  reason: string | null,
): Promise<AuditEntry> {
  const records = entry.changes.filter(({ record }) => COUNTED.includes(record)).map(({ recordId }) => recordId);
  if (records.length === 0) return entry;
  const touched = await tx.$queryRaw<{ firstOn: Date; lastOn: Date }[]>`
    SELECT "firstOn", "lastOn" FROM app.keep_corrections(${records}::uuid[], ${entry.type}, ${actor.displayName}, ${reason})`;
  const [first, ...others] = touched;
  if (!first) return entry;
  if (reason === null) {
    const [from, to] = [typedForm(fromDbDate(first.firstOn)), typedForm(fromDbDate(first.lastOn))];
    throw new DomainError("RULE", "refusals.closedPeriod", { from, to, others: others.length }, CORRECTION_REASON);
  }
  return { ...entry, reason: entry.reason ? `${entry.reason} · ${reason}` : reason };
}
