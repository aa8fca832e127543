import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { matchesAllWords, searchText } from "@/lib/core/text/search";

/** What the trail is narrowed by; `kind` is the noun before the dot of an event's type, `eventId` is one thing that was done. */
export type EventFilters = {
  readonly person: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly eventId: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
};

/** Which page of the trail, and how many lines a page holds. */
export type TrailWindow = { readonly page: number; readonly size: number };

/** What of the filters is the same for what was done and for what was read. */
export async function getTrailConditions(tx: Tx, actor: Actor, filters: EventFilters) {
  return [
    { committeeId: actor.committeeId },
    filters.person ? await isBy(tx, filters.person) : {},
    filters.kind ? { type: { startsWith: `${filters.kind}.` } } : {},
    filters.recordId ? { subjectId: filters.recordId } : {},
    filters.from ? { at: { gte: startOf(filters.from) } } : {},
    filters.to ? { at: { lt: startOf(addDays(filters.to, 1)) } } : {},
  ];
}

/** The page to show of so many lines: the last one where the asked one is past it. */
export function getTrailWindow(total: number, { page, size }: TrailWindow) {
  const shown = Math.min(page, Math.max(1, Math.ceil(total / size)));
  return { page: shown, take: size, skip: (shown - 1) * size };
}

/* People are found as everywhere, without accents and in any order of words; who has no account, by the name as written. */
async function isBy(tx: Tx, person: string) {
  const accounts = await tx.account.findMany({ select: { id: true, displayName: true, username: true } });
  const meant = accounts.filter((one) => matchesAllWords(searchText(one.displayName, [one.username]), person));
  return {
    OR: [
      { accountId: { in: meant.map(({ id }) => id) } },
      { actorName: { contains: person, mode: "insensitive" as const } },
    ],
  };
}

/* A day of the commune begins seven hours before the day of UTC. */
function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
}
