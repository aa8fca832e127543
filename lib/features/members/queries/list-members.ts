import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, yearOf } from "@/lib/core/day";
import { Prisma } from "@/lib/core/db/generated/client";
import type { Education, MemberStatusKind, RatingLevel, Sex, TheoryLevel } from "@/lib/core/db/generated/enums";
import type { Tx } from "@/lib/core/db/context";
import { readAs } from "@/lib/core/query";
import { searchTerms } from "@/lib/core/text/search";
import { inForceSql, memberScope } from "@/lib/features/members/queries/member-scope";
import { canFilterBySensitive } from "@/lib/features/members/policy";
import type { MemberListInput } from "@/lib/features/members/schema";

/** One member of a list on a day. What the reader may not open (the profile of somebody who has left the branch) is null. */
export type MemberRow = {
  id: string;
  fullName: string;
  sex: Sex;
  branchId: string;
  branch: string;
  birthOn: string | null;
  admittedOn: Day | null;
  officialOn: Day | null;
  cardNumber: string | null;
  education: Education | null;
  theoryLevel: TheoryLevel | null;
  ethnicity: string | null;
  activity: MemberStatusKind | null;
  level: RatingLevel | null;
  isNotRated: boolean;
};

export type MemberFilters = Omit<MemberListInput, "on" | "page" | "size" | "cols">;

/** A page of the list: rows, how many there are in all, and the page they are from (the last one where the asked one is past it). */
export type MemberPage = { rows: MemberRow[]; total: number; page: number; on: Day };

const orders: Record<MemberFilters["sort"], Prisma.Sql> = {
  name: Prisma.sql`m."sortKey", m.id`,
  "-name": Prisma.sql`m."sortKey" DESC, m.id DESC`,
  branch: Prisma.sql`b."sortKey", m."sortKey", m.id`,
  birth: Prisma.sql`p."birthOn", m."sortKey", m.id`,
  admitted: Prisma.sql`p."admittedOn", m."sortKey", m.id`,
};

function searchSql(q: string): Prisma.Sql[] {
  const digits = q.replace(/\s/g, "");
  if (/^\d{3,12}$/.test(digits)) {
    return [Prisma.sql`(right(p."cardNumber", ${digits.length}) = ${digits} OR right(p."oldCardNumber", ${digits.length}) = ${digits})`];
  }
  return searchTerms(q).map((term) => Prisma.sql`position(${term} in m."searchText") > 0`);
}

function statusSql(status: MemberFilters["status"], on: Day): Prisma.Sql[] {
  if (status === null) return [];
  if (status === "OFFICIAL") return [Prisma.sql`p."officialOn" <= ${on}::date`];
  if (status === "PROBATIONARY") return [Prisma.sql`(p."officialOn" IS NULL OR p."officialOn" > ${on}::date)`];
  return [Prisma.sql`st.kind = ${status}::"MemberStatusKind"`];
}

function filterSql(actor: Actor, filters: MemberFilters, on: Day): Prisma.Sql {
  const conditions = [
    Prisma.sql`m."committeeId" = ${actor.committeeId}::uuid`,
    memberScope(actor),
    ...searchSql(filters.q),
    ...statusSql(filters.status, on),
  ];
  if (filters.branch) conditions.push(Prisma.sql`ms."branchId" = ${filters.branch}::uuid`);
  if (filters.sex) conditions.push(Prisma.sql`m.sex = ${filters.sex}::"Sex"`);
  if (filters.education) conditions.push(Prisma.sql`p.education = ${filters.education}::"Education"`);
  if (filters.theory) conditions.push(Prisma.sql`p."theoryLevel" = ${filters.theory}::"TheoryLevel"`);
  if (filters.rating === "NOT_RATED") conditions.push(Prisma.sql`r."notRatedReason" IS NOT NULL`);
  else if (filters.rating) conditions.push(Prisma.sql`r.level = ${filters.rating}::"RatingLevel"`);
  if (filters.ethnicity && canFilterBySensitive(actor)) {
    conditions.push(Prisma.sql`s.ethnicity = ${filters.ethnicity}`);
  }
  return Prisma.join(conditions, " AND ");
}

function ratingYear(filters: MemberFilters, on: Day): number {
  return filters.year ?? yearOf(on);
}

async function selectRows(tx: Tx, actor: Actor, filters: MemberFilters, on: Day, page: Prisma.Sql) {
  const ethnicity = canFilterBySensitive(actor);
  return tx.$queryRaw<(MemberRow & { total: number })[]>`
    SELECT m.id, m."fullName", m.sex, ms."branchId", b.name AS branch, p."birthOn",
      to_char(p."admittedOn", 'YYYY-MM-DD') AS "admittedOn", to_char(p."officialOn", 'YYYY-MM-DD') AS "officialOn",
      p."cardNumber", p.education, p."theoryLevel", ${ethnicity ? Prisma.sql`s.ethnicity` : Prisma.sql`NULL`} AS ethnicity,
      st.kind AS activity, r.level, r."notRatedReason" IS NOT NULL AS "isNotRated", (count(*) OVER ())::int AS total
    FROM "Membership" ms
    JOIN "Member" m ON m."committeeId" = ms."committeeId" AND m.id = ms."memberId"
    JOIN "Branch" b ON b."committeeId" = ms."committeeId" AND b.id = ms."branchId"
    LEFT JOIN "MemberProfile" p ON p."committeeId" = m."committeeId" AND p."memberId" = m.id
    ${ethnicity ? Prisma.sql`LEFT JOIN "MemberSensitive" s ON s."committeeId" = m."committeeId" AND s."memberId" = m.id` : Prisma.empty}
    LEFT JOIN "MemberStatus" st ON st."committeeId" = m."committeeId" AND st."memberId" = m.id AND ${inForceSql(Prisma.sql`st`, on)}
    LEFT JOIN "Rating" r ON r."committeeId" = m."committeeId" AND r."memberId" = m.id AND r.subject = 'MEMBER'
      AND r.state = 'DECIDED' AND r."supersededById" IS NULL AND r."roundId" = (SELECT rr.id FROM "RatingRound" rr
        WHERE rr."committeeId" = ${actor.committeeId}::uuid AND rr.year = ${ratingYear(filters, on)} AND rr.quarter IS NULL)
    WHERE ms."committeeId" = ${actor.committeeId}::uuid AND ms.kind = 'OFFICIAL' AND ${inForceSql(Prisma.sql`ms`, on)}
      AND ${filterSql(actor, filters, on)}
    ORDER BY ${orders[filters.sort]} ${page}`;
}

/** The members of the reader's scope on a day, filtered and sorted, one page of them. */
export function listMembers(
  actor: Actor,
  filters: MemberFilters,
  on: Day,
  window: { page: number; size: number | null },
): Promise<MemberPage> {
  return readAs(actor, async (tx) => {
    const { size } = window;
    const pageSql = (page: number) => (size ? Prisma.sql`LIMIT ${size} OFFSET ${(page - 1) * size}` : Prisma.empty);
    const found = await selectRows(tx, actor, filters, on, pageSql(window.page));
    if (found.length > 0 || window.page === 1) return pageOf(found, window.page, on);
    const first = await selectRows(tx, actor, filters, on, pageSql(1));
    const last = Math.max(1, Math.ceil((first[0]?.total ?? 0) / (size ?? 1)));
    return pageOf(last === 1 ? first : await selectRows(tx, actor, filters, on, pageSql(last)), last, on);
  });
}

function pageOf(found: (MemberRow & { total: number })[], page: number, on: Day): MemberPage {
  return { rows: found, total: found[0]?.total ?? 0, page, on };
}

/** Every member of the reader's scope on a day that passes the filters: for exports and for checking a number by its list. */
export async function listAllMembers(actor: Actor, filters: MemberFilters, on: Day): Promise<MemberRow[]> {
  const { rows } = await listMembers(actor, filters, on, { page: 1, size: null });
  return rows;
}

/** The ethnicities that occur among the members of the reader's scope, for the filter; empty for who may not filter by them. */
export function listEthnicities(actor: Actor): Promise<string[]> {
  if (!canFilterBySensitive(actor)) return Promise.resolve([]);
  return readAs(actor, async (tx) => {
    const rows = await tx.memberSensitive.findMany({
      where: { committeeId: actor.committeeId },
      distinct: ["ethnicity"],
      orderBy: { ethnicity: "asc" },
      select: { ethnicity: true },
    });
    return rows.map((row) => row.ethnicity);
  });
}
