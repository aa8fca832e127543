import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { addDays, type Day } from "@/lib/core/day";
import type { AuditEventWhereInput } from "@/lib/core/db/generated/models";
import { readAs } from "@/lib/core/query";
import { canCheckChain, visibleEvents } from "@/lib/features/audit/policy";

/** How many events a page of the trail shows. */
export const EVENTS_PER_PAGE = 50;

/**
 * One thing that was done: who, what, on which record, and what each changed record was before and after. Without its number
 * in the sequence, whose gaps would tell of cases hidden from the reader.
 */
export type EventView = {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly actorName: string;
  readonly subject: { kind: string; id: string | null; name: string | null };
  readonly params: unknown;
  readonly reason: string | null;
  readonly changes: readonly { record: string; recordId: string; before: unknown; after: unknown }[];
};

/** What the trail is narrowed by; `kind` is the noun before the dot of an event's type. */
export type EventFilters = {
  readonly person: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
};

/* A day of the commune begins seven hours before the day of UTC. */
function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
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

function conditions(actor: Actor, filters: EventFilters): AuditEventWhereInput {
  return {
    AND: [
      listScope(actor),
      filters.person ? { actorName: { contains: filters.person, mode: "insensitive" as const } } : {},
      filters.kind ? { type: { startsWith: `${filters.kind}.` } } : {},
      filters.recordId ? { subjectId: filters.recordId } : {},
      filters.from ? { at: { gte: startOf(filters.from) } } : {},
      filters.to ? { at: { lt: startOf(addDays(filters.to, 1)) } } : {},
    ],
  };
}

/** The trail within the reader's scope, newest first, one page of it. Opening it is itself noted in the access log. */
export function listEvents(
  actor: Actor,
  filters: EventFilters,
  page: number,
): Promise<{ events: EventView[]; total: number; page: number; can: { checkChain: boolean } }> {
  return readAs(actor, async (tx) => {
    const where = conditions(actor, filters);
    const total = await tx.auditEvent.count({ where });
    const last = Math.max(1, Math.ceil(total / EVENTS_PER_PAGE));
    const shown = Math.min(page, last);
    const rows = await tx.auditEvent.findMany({
      where,
      orderBy: { seq: "desc" },
      take: EVENTS_PER_PAGE,
      skip: (shown - 1) * EVENTS_PER_PAGE,
      select: {
        id: true,
        at: true,
        type: true,
        actorName: true,
        subjectKind: true,
        subjectId: true,
        subjectName: true,
        params: true,
        reason: true,
        changes: {
          orderBy: { position: "asc" },
          select: { record: true, recordId: true, before: true, after: true },
        },
      },
    });
    await logAccess(tx, actor, { type: "audit.opened", params: { kind: filters.kind, page: shown } });
    const events = rows.map(({ subjectKind, subjectId, subjectName, ...row }) => ({
      ...row,
      subject: { kind: subjectKind, id: subjectId, name: subjectName },
    }));
    return { events, total, page: shown, can: { checkChain: canCheckChain(actor) } };
  });
}

/** One reading that left a trace: an export, a reveal, the trail itself. */
export type AccessView = { id: string; at: Date; actorName: string; type: string; params: unknown };

/** The last readings within the reader's scope, newest first. */
export function listAccesses(actor: Actor): Promise<AccessView[]> {
  return readAs(actor, (tx) =>
    tx.accessLog.findMany({
      where: {
        committeeId: actor.committeeId,
        ...(visibleEvents(actor) === "ALL" ? {} : { accountId: actor.accountId ?? undefined }),
      },
      orderBy: { at: "desc" },
      take: EVENTS_PER_PAGE,
      select: { id: true, at: true, actorName: true, type: true, params: true },
    }),
  );
}
