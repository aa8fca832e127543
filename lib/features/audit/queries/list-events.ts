import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import type { AuditEventWhereInput } from "@/lib/core/db/generated/models";
import { readAndLog } from "@/lib/core/query";
import { canCheckChain, visibleEvents } from "@/lib/features/audit/policy";
import {
  type EventFilters,
  getTrailConditions,
  getTrailWindow,
  type TrailWindow,
} from "@/lib/features/audit/queries/filters";

/**
 * One thing that was done: who, from where, what, on which record, and what each changed record was before and after.
 * Without its number in the sequence, whose gaps would tell of cases hidden from the reader.
 */
export type EventView = {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly actorName: string;
  /** Network address and device of the session; null where the reader may not know the session. */
  readonly place: { readonly address: string | null; readonly device: string | null } | null;
  readonly subject: { kind: string; id: string | null; name: string | null };
  readonly params: unknown;
  readonly reason: string | null;
  readonly changes: readonly { record: string; recordId: string; before: unknown; after: unknown }[];
  /** How many more changed records there are than are told. */
  readonly untold: number;
};

/* An import changes thousands of records in one event. */
const MOST_TOLD = 40;
const MOST_ALONE = 1000;

/** A page of the trail, and the page it is. */
export type EventPage = {
  readonly events: readonly EventView[];
  readonly total: number;
  readonly page: number;
  readonly can: { readonly checkChain: boolean };
};

/** The trail within the reader's scope, newest first, one page of it. Opening it is itself noted in the access log. */
export function listEvents(actor: Actor, filters: EventFilters, window: TrailWindow): Promise<EventPage> {
  return readAndLog(actor, async (tx) => {
    const { recordId, eventId } = filters;
    const one = eventId ? { id: eventId } : {};
    const conditions = await getTrailConditions(tx, actor, { ...filters, recordId: null });
    const where = { AND: [listScope(actor), one, ...conditions, recordId ? isAbout(recordId) : {}] };
    const most = eventId ? MOST_ALONE : MOST_TOLD;
    const total = await tx.auditEvent.count({ where });
    const { page, ...part } = getTrailWindow(total, window);
    const rows = await tx.auditEvent.findMany({
      where,
      ...part,
      orderBy: { seq: "desc" },
      select: {
        id: true,
        at: true,
        type: true,
        actorName: true,
        sessionId: true,
        subjectKind: true,
        subjectId: true,
        subjectName: true,
        params: true,
        reason: true,
        _count: { select: { changes: true } },
        changes: {
          where: { OR: [{ position: { lt: most } }, ...(recordId ? [{ recordId }] : [])] },
          orderBy: { position: "asc" },
          select: { record: true, recordId: true, before: true, after: true },
        },
      },
    });
    const sessions = await tx.session.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.sessionId))] } },
      select: { id: true, address: true, device: true },
    });
    await logAccess(tx, actor, { type: "audit.opened", params: { kind: filters.kind, page } });
    const places = new Map(sessions.map(({ id, ...place }) => [id, place]));
    const events = rows.map(({ subjectKind, subjectId, subjectName, sessionId, _count, ...row }) => {
      const isOther = recordId !== null && subjectId !== recordId;
      const changes = isOther ? row.changes.filter((change) => change.recordId === recordId) : row.changes;
      return {
        ...row,
        place: places.get(sessionId) ?? null,
        subject: { kind: subjectKind, id: subjectId, name: subjectName },
        changes,
        untold: _count.changes - changes.length,
      };
    });
    return { events, total, page, can: { checkChain: canCheckChain(actor) } };
  });
}

/* An event about the record itself, or about many that it was one of. */
function isAbout(recordId: string): AuditEventWhereInput {
  return { OR: [{ subjectId: recordId }, { changes: { some: { recordId } } }] };
}

/** Which events of the register the reader sees, in words. Row level security hides those of cases in progress besides. */
export function listScope(actor: Actor): AuditEventWhereInput {
  const { committeeId, accountId } = actor;
  const scope = visibleEvents(actor);
  if (scope === "ALL") return { committeeId };
  return scope === "OWN"
    ? { committeeId, accountId }
    : { committeeId, OR: [{ subjectKind: "account" }, { accountId }] };
}
