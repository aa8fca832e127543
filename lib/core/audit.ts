import "server-only";
import type { Actor } from "@/lib/core/actor";
import { inContextAside, type Tx } from "@/lib/core/db/context";

/** Values as they were and as they are, by column name. Never an ID number in clear. */
export type AuditValues = Record<string, string | number | boolean | null>;

/** One record that the command wrote. `before` is null for a new record. */
export type AuditChange = {
  readonly record: string;
  readonly recordId: string;
  readonly before: AuditValues | null;
  readonly after: AuditValues | null;
};

/** What is told of one command: `type` is noun.past, `subject` the record a reader would look for. */
export type AuditEntry = {
  readonly type: `${string}.${string}`;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string | null };
  readonly branchId?: string | null;
  readonly params?: AuditValues;
  readonly reason?: string | null;
  readonly changes: readonly AuditChange[];
};

/** Only what differs between the two, so that an event shows what was changed and nothing else. */
export function changedValues(
  before: AuditValues,
  after: AuditValues,
): { before: AuditValues; after: AuditValues } | null {
  const keys = Object.keys(after).filter((key) => before[key] !== after[key]);
  if (keys.length === 0) return null;
  const pick = (values: AuditValues) => Object.fromEntries(keys.map((key) => [key, values[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** Appends the event to the committee's chain. The database sets who, when, the sequence and the hash. */
export async function appendAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  const event = {
    type: entry.type,
    actorName: actor.displayName,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    subjectName: entry.subject.name,
    branchId: entry.branchId ?? null,
    params: entry.params ?? {},
    reason: entry.reason ?? null,
  };
  await tx.$executeRaw`SELECT app.append_audit(${JSON.stringify(event)}::jsonb, ${JSON.stringify(entry.changes)}::jsonb)`;
}

type AccessEntry = { type: string; subjectId?: string | null; memberIds?: string[]; params: AuditValues };

/**
 * Notes a reading that must leave a trace: an export with whom it named, a record opened, the audit page. In the running
 * transaction, or in one of its own where that only reads, because a restored state waits to be accepted.
 */
export async function logAccess(tx: Tx, actor: Actor, entry: AccessEntry): Promise<void> {
  if (actor.pendingRestore) await inContextAside(actor.sessionToken, (aside) => writeAccess(aside, actor, entry));
  else await writeAccess(tx, actor, entry);
}

async function writeAccess(tx: Tx, actor: Actor, entry: AccessEntry): Promise<void> {
  if (!actor.accountId) return;
  await tx.accessLog.create({
    data: {
      committeeId: actor.committeeId,
      id: crypto.randomUUID(),
      accountId: actor.accountId,
      actorName: actor.displayName,
      type: entry.type,
      subjectId: entry.subjectId ?? null,
      memberIds: entry.memberIds ?? [],
      params: entry.params,
    },
    select: { id: true },
  });
}
