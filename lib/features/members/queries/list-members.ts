import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addYears, type Day, lastDayOfYear, yearOf } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type {
  Education,
  MemberStatusKind,
  Qualification,
  RatingLevel,
  Sex,
  TheoryLevel,
} from "@/lib/core/db/generated/enums";
import { emptySql, inForceSql, joinSql, type Sql, sql } from "@/lib/core/db/sql";
import { authorize, DomainError } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { searchTerms } from "@/lib/core/text/search";
import {
  canAddMember,
  canExportSensitive,
  canFilterBySensitive,
  canListMembers,
  visibleForExport,
} from "@/lib/features/members/policy";
import { getHeldOfficeSql } from "@/lib/features/members/queries/held-office";
import { getMemberScope } from "@/lib/features/members/queries/member-scope";
import type { MemberListInput } from "@/lib/features/members/schema";
import { canSeeCommittee } from "@/lib/features/organization/policy";
import { getOfficialDaySql } from "@/lib/features/organization/queries/official-day";

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
  qualification: Qualification | null;
  theoryLevel: TheoryLevel | null;
  ethnicity: string | null;
  activity: MemberStatusKind | null;
  level: RatingLevel | null;
  isNotRated: boolean;
};

/** What a list of members is narrowed by. */
export type MemberFilters = Omit<MemberListInput, "on" | "page" | "size" | "cols">;

/** What the reader of a list may do with it; without `list` there is none for this reader. */
export type MemberListRights = {
  list: boolean;
  add: boolean;
  seeEthnicity: boolean;
  seeSeats: boolean;
  export: boolean;
  exportSensitive: boolean;
};

/** A page of the list: rows, how many there are in all, and the page they are from (the last one where the asked one is past it). */
export type MemberPage = {
  rows: MemberRow[];
  total: number;
  page: number;
  on: Day;
  ratingYear: number;
  can: MemberListRights;
};

type Found = MemberRow & { total: number; ratingYear: number | null };

const orders: Record<MemberFilters["sort"], Sql> = {
  name: sql`m."sortKey", m.id`,
  "-name": sql`m."sortKey" DESC, m.id DESC`,
  branch: sql`b."sortKey", m."sortKey", m.id`,
  birth: sql`p."birthOn", m."sortKey", m.id`,
  admitted: sql`p."admittedOn", m."sortKey", m.id`,
};

function searchSql(q: string): Sql[] {
  const digits = q.replace(/\s/g, "");
  if (/^\d{3,12}$/.test(digits)) {
    return [
      sql`(right(p."cardNumber", ${digits.length}) = ${digits} OR right(p."oldCardNumber", ${digits.length}) = ${digits})`,
    ];
  }
  return searchTerms(q).map((term) => sql`position(${term} in m."searchText") > 0`);
}

function statusSql(status: MemberFilters["status"], on: Day): Sql[] {
  if (status === null) return [];
  const official = getOfficialDaySql(on);
  if (status === "OFFICIAL") return [sql`${official} <= ${on}::date`];
  if (status === "PROBATIONARY") {
    return [sql`p."memberId" IS NOT NULL AND (${official} IS NULL OR ${official} > ${on}::date)`];
  }
  return [sql`st.kind = ${status}::"MemberStatusKind"`];
}

function filterSql(actor: Actor, filters: MemberFilters, on: Day): Sql {
  const conditions = [
    sql`m."committeeId" = ${actor.committeeId}::uuid`,
    getMemberScope(actor),
    ...searchSql(filters.q),
    ...statusSql(filters.status, on),
  ];
  if (filters.branch) conditions.push(sql`ms."branchId" = ${filters.branch}::uuid`);
  if (filters.sex) conditions.push(sql`m.sex = ${filters.sex}::"Sex"`);
  if (filters.education) conditions.push(sql`p.education = ${filters.education}::"Education"`);
  if (filters.qualification) conditions.push(sql`p.qualification = ${filters.qualification}::"Qualification"`);
  if (filters.theory) conditions.push(sql`p."theoryLevel" = ${filters.theory}::"TheoryLevel"`);
  if (filters.office) conditions.push(getHeldOfficeSql(filters.office, on));
  conditions.push(...ageSql(filters, on));
  if (filters.rating === "NOT_RATED") conditions.push(sql`r."notRatedReason" IS NOT NULL`);
  else if (filters.rating) conditions.push(sql`r.level = ${filters.rating}::"RatingLevel"`);
  if (filters.ethnicity) conditions.push(ethnicitySql(filters.ethnicity));
  return joinSql(conditions, " AND ");
}

/* Somebody whose paper gives only a year or a month counts from the first day it can mean. */
function ageSql({ ageFrom, ageTo, partyFrom, partyTo }: MemberFilters, on: Day): Sql[] {
  const conditions: Sql[] = [];
  if (ageFrom) conditions.push(sql`p."birthOn" COLLATE "C" <= ${addYears(on, -ageFrom)}`);
  if (ageTo) conditions.push(sql`p."birthOn" COLLATE "C" > ${addYears(on, -ageTo - 1)}`);
  if (partyFrom) conditions.push(sql`p."admittedOn" <= ${addYears(on, -partyFrom)}::date`);
  if (partyTo) conditions.push(sql`p."admittedOn" > ${addYears(on, -partyTo - 1)}::date`);
  return conditions;
}

/* MINORITY stands for every ethnicity but Kinh, as in the figures of the year. */
function ethnicitySql(ethnicity: string): Sql {
  return ethnicity === "MINORITY" ? sql`lower(btrim(s.ethnicity)) <> 'kinh'` : sql`s.ethnicity = ${ethnicity}`;
}

/* A year is rated at its end, so the day itself shows the year before unless it is the last of its own. */
function lastYearOver(on: Day): number {
  return on === lastDayOfYear(yearOf(on)) ? yearOf(on) : yearOf(on) - 1;
}

/** The round whose ratings are shown: of the year asked for, else the latest up to the last year that was over on the day. */
function roundSql(actor: Actor, filters: MemberFilters, on: Day): Sql {
  const year = filters.year === null ? sql`rr.year <= ${lastYearOver(on)}` : sql`rr.year = ${filters.year}`;
  return sql`SELECT rr.id, rr.year FROM "RatingRound" rr
    WHERE rr."committeeId" = ${actor.committeeId}::uuid AND rr.quarter IS NULL AND ${year} ORDER BY rr.year DESC LIMIT 1`;
}

/* `ethnicity`: whether the sensitive column is read at all. */
async function selectRows(
  tx: Tx,
  actor: Actor,
  filters: MemberFilters,
  on: Day,
  of: { page: Sql; ethnicity: boolean },
) {
  const { page, ethnicity } = of;
  return tx.$queryRaw<Found[]>`
    WITH round AS MATERIALIZED (${roundSql(actor, filters, on)})
    SELECT m.id, m."fullName", m.sex, ms."branchId", b.name AS branch, p."birthOn",
      to_char(p."admittedOn", 'YYYY-MM-DD') AS "admittedOn", to_char(${getOfficialDaySql(on)}, 'YYYY-MM-DD') AS "officialOn",
      p."cardNumber", p.education, p.qualification, p."theoryLevel", ${ethnicity ? sql`s.ethnicity` : sql`NULL`} AS ethnicity,
      st.kind AS activity, r.level, r."notRatedReason" IS NOT NULL AS "isNotRated", (count(*) OVER ())::int AS total,
      (SELECT year FROM round) AS "ratingYear"
    FROM "Membership" ms
    JOIN "Member" m ON m."committeeId" = ms."committeeId" AND m.id = ms."memberId"
    JOIN "Branch" b ON b."committeeId" = ms."committeeId" AND b.id = ms."branchId"
    LEFT JOIN "MemberProfile" p ON p."committeeId" = m."committeeId" AND p."memberId" = m.id
    ${ethnicity ? sql`LEFT JOIN "MemberSensitive" s ON s."committeeId" = m."committeeId" AND s."memberId" = m.id` : emptySql}
    LEFT JOIN "MemberStatus" st ON st."committeeId" = m."committeeId" AND st."memberId" = m.id AND ${inForceSql(sql`st`, on)}
    LEFT JOIN "Rating" r ON r."committeeId" = m."committeeId" AND r."memberId" = m.id AND r.subject = 'MEMBER'
      AND r.state = 'DECIDED' AND r."supersededById" IS NULL AND r."roundId" = (SELECT id FROM round)
    WHERE ms."committeeId" = ${actor.committeeId}::uuid AND ms.kind = 'OFFICIAL' AND ${inForceSql(sql`ms`, on)}
      AND ${filterSql(actor, filters, on)}
    ORDER BY ${orders[filters.sort]} ${page}`;
}

/**
 * The members of the reader's scope on a day, filtered and sorted, one page of them. Refuses with FORBIDDEN a filter by what
 * the reader may not know.
 */
export async function listMembers(
  actor: Actor,
  filters: MemberFilters,
  on: Day,
  window: { page: number; size: number | null },
): Promise<MemberPage> {
  if (filters.ethnicity) authorize(canFilterBySensitive(actor));
  const { size } = window;
  const shown = { on, ratingYear: filters.year ?? lastYearOver(on) };
  const read = (tx: Tx, page: number) =>
    selectRows(tx, actor, filters, on, {
      page: size ? sql`LIMIT ${size} OFFSET ${(page - 1) * size}` : emptySql,
      ethnicity: canFilterBySensitive(actor),
    });
  return readAs(actor, async (tx) => {
    const found = await read(tx, window.page);
    if (found.length > 0 || window.page === 1) return pageOf(actor, found, window.page, shown);
    const first = await read(tx, 1);
    const last = Math.max(1, Math.ceil((first[0]?.total ?? 0) / (size ?? 1)));
    return pageOf(actor, last === 1 ? first : await read(tx, last), last, shown);
  });
}

function pageOf(actor: Actor, found: Found[], page: number, shown: Pick<MemberPage, "on" | "ratingYear">): MemberPage {
  const files = visibleForExport(actor);
  const can = {
    list: canListMembers(actor),
    add: canAddMember(actor),
    seeEthnicity: canFilterBySensitive(actor),
    seeSeats: canSeeCommittee(actor),
    export: files.all || files.branchIds.length > 0,
    exportSensitive: canExportSensitive(actor),
  };
  return {
    rows: found,
    total: found[0]?.total ?? 0,
    page,
    ...shown,
    ratingYear: found[0]?.ratingYear ?? shown.ratingYear,
    can,
  };
}

/** Every member of the reader's scope on a day that passes the filters: for exports and for checking a number by its list. */
export async function listAllMembers(actor: Actor, filters: MemberFilters, on: Day): Promise<MemberRow[]> {
  const { rows } = await listMembers(actor, filters, on, { page: 1, size: null });
  return rows;
}

/** As `listAllMembers` without what is sensitive, for who takes the list away without saying for what. Refuses a filter by it (RULE). */
export async function listPlainMembers(actor: Actor, filters: MemberFilters, on: Day): Promise<MemberRow[]> {
  if (filters.ethnicity) throw new DomainError("RULE", "exports.errors.orderInstead");
  return readAs(actor, (tx) => selectRows(tx, actor, filters, on, { page: emptySql, ethnicity: false }));
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
