import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Sql, sql } from "@/lib/core/db/sql";
import { visibleMembers } from "@/lib/features/members/policy";

/**
 * The scope of a list of members, in words, over a membership aliased `ms`: all of the register, or the own branches on any
 * day and the assigned branches while the member is in them. Stands beside row level security, never instead of it.
 */
export function getMemberScope(actor: Actor): Sql {
  const scope = visibleMembers(actor);
  if (scope.kind === "REGISTER") return sql`TRUE`;
  return sql`(ms."branchId" = ANY (${scope.ownBranchIds}::uuid[])
    OR ms."branchId" = ANY (${scope.assignedBranchIds}::uuid[])
      AND ms."startsOn" <= ${actor.today}::date AND (ms."endsOn" IS NULL OR ms."endsOn" > ${actor.today}::date))`;
}
