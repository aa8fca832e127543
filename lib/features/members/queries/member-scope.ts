import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { Prisma } from "@/lib/core/db/generated/client";
import { visibleMembers } from "@/lib/features/members/policy";

/**
 * The scope of a list of members, in words, over a membership aliased `ms`: all of the register, or the own branches on any
 * day and the assigned branches while the member is in them. Stands beside row level security, never instead of it.
 */
export function memberScope(actor: Actor): Prisma.Sql {
  const scope = visibleMembers(actor);
  if (scope.kind === "REGISTER") return Prisma.sql`TRUE`;
  return Prisma.sql`(ms."branchId" = ANY (${scope.ownBranchIds}::uuid[])
    OR ms."branchId" = ANY (${scope.assignedBranchIds}::uuid[])
      AND ms."startsOn" <= ${actor.today}::date AND (ms."endsOn" IS NULL OR ms."endsOn" > ${actor.today}::date))`;
}

/** The condition that the period of the aliased table is in force on a day. */
export function inForceSql(alias: Prisma.Sql, on: Day): Prisma.Sql {
  return Prisma.sql`${alias}."startsOn" <= ${on}::date AND (${alias}."endsOn" IS NULL OR ${alias}."endsOn" > ${on}::date)`;
}
