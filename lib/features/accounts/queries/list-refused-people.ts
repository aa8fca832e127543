import "server-only";
import type { Actor } from "@/lib/core/actor";
import { readAs } from "@/lib/core/query";
import { canKeepAccount } from "@/lib/features/accounts/policy";

/** Somebody who was refused again and again: how often in the last seven days, and when last. */
export type RefusedPerson = {
  readonly accountId: string;
  readonly name: string;
  readonly count: number;
  readonly lastAt: Date;
};

/**
 * The people who were refused access ten times within five minutes in the last seven days, the latest first: the account may
 * be in other hands. Nobody for who does not keep accounts.
 */
export function listRefusedPeople(actor: Actor): Promise<RefusedPerson[]> {
  if (!canKeepAccount(actor)) return Promise.resolve([]);
  return readAs(
    actor,
    (tx) => tx.$queryRaw<RefusedPerson[]>`
      SELECT "accountId", max(name) AS name, count(*)::int AS count, max(at) AS "lastAt"
      FROM (SELECT l."accountId", l."actorName" AS name, l.at,
          l.at - lag(l.at, 9) OVER (PARTITION BY l."accountId" ORDER BY l.at) <= interval '5 minutes' AS often
        FROM "AccessLog" l WHERE l."committeeId" = ${actor.committeeId}::uuid AND l.type = 'access.refused'
          AND l.at > now() - interval '7 days') refused
      GROUP BY "accountId" HAVING bool_or(often) ORDER BY max(at) DESC`,
  );
}
