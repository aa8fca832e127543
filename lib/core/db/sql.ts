import "server-only";
import type { Day } from "@/lib/core/day";
import { Prisma } from "./generated/client";

/** A piece of SQL with its values bound, never built from text. */
export type Sql = Prisma.Sql;

/** Tags a piece of SQL; what is put in is bound as a value, or is itself such a piece. */
export const sql = Prisma.sql;

/** Joins pieces with a separator. Refuses an empty list. */
export const joinSql = Prisma.join;

/** A piece that says nothing. */
export const emptySql = Prisma.empty;

/** The condition that the period of the aliased table is in force on a day. */
export function inForceSql(alias: Sql, on: Day): Sql {
  return sql`${alias}."startsOn" <= ${on}::date AND (${alias}."endsOn" IS NULL OR ${alias}."endsOn" > ${on}::date)`;
}

/** What stands for an empty JSON column in a condition. */
export const emptyJson = Prisma.DbNull;
