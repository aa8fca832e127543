import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { MemberStatusKind } from "@/lib/core/db/generated/enums";
import { inForceSql, sql } from "@/lib/core/db/sql";
import { maskedNumber } from "@/lib/core/identity";

/** By what members are looked for; numbers of citizens as their keyed hashes in hexadecimal. */
export type MemberKeys = {
  readonly people: readonly { readonly nameKey: string; readonly birthOn: string | null }[];
  readonly cardNumbers: readonly string[];
  readonly oldCardNumbers: readonly string[];
  readonly idHashes: readonly string[];
  readonly oldIdHashes: readonly string[];
  /** Members named by their records. */
  readonly ids: readonly string[];
};

/** A member with everything that is recorded, as text; the numbers of a citizen masked and as keyed hashes. */
export type KnownMember = {
  readonly id: string;
  readonly version: number;
  readonly nameKey: string;
  readonly birthOn: string;
  readonly cardNumber: string | null;
  readonly oldCardNumber: string | null;
  readonly idHash: string | null;
  readonly oldIdHash: string | null;
  readonly branchId: string | null;
  readonly branchName: string | null;
  readonly activity: MemberStatusKind | "ACTIVE" | "LEFT";
  readonly values: Readonly<Record<string, string | null>>;
};

/** The members within the actor's scope who share a number, or a name with a birth date that can be the same, or are named; left ones too. */
export async function listKnownMembers(tx: Tx, actor: Actor, keys: MemberKeys): Promise<KnownMember[]> {
  return listMembersInFull(tx, actor, await listKnownIds(tx, actor, keys));
}

/** As `listKnownMembers`, only who they are. */
export async function listKnownIds(tx: Tx, actor: Actor, keys: MemberKeys): Promise<string[]> {
  const register = sql`${actor.committeeId}::uuid`;
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM jsonb_to_recordset(${JSON.stringify(keys.people)}::jsonb) AS x("nameKey" text, "birthOn" text)
      CROSS JOIN LATERAL (SELECT m.id FROM "Member" m WHERE m."committeeId" = ${register} AND m."nameKey" = x."nameKey" OFFSET 0) m
      CROSS JOIN LATERAL (SELECT p."birthOn" FROM "MemberProfile" p
        WHERE p."committeeId" = ${register} AND p."memberId" = m.id OFFSET 0) p
      WHERE x."birthOn" IS NULL OR starts_with(p."birthOn", x."birthOn") OR starts_with(x."birthOn", p."birthOn")
    UNION SELECT p."memberId" FROM unnest(${keys.cardNumbers}::text[]) AS x(number)
      CROSS JOIN LATERAL (SELECT p."memberId" FROM "MemberProfile" p
        WHERE p."committeeId" = ${register} AND p."cardNumber" = x.number OFFSET 0) p
    UNION SELECT p."memberId" FROM unnest(${keys.oldCardNumbers}::text[]) AS x(number)
      CROSS JOIN LATERAL (SELECT p."memberId" FROM "MemberProfile" p
        WHERE p."committeeId" = ${register} AND p."oldCardNumber" = x.number OFFSET 0) p
    UNION SELECT i."memberId" FROM unnest(${keys.idHashes}::text[]) AS x(hash)
      CROSS JOIN LATERAL (SELECT i."memberId" FROM "MemberIdentity" i
        WHERE i."committeeId" = ${register} AND i."idNumberHash" = decode(x.hash, 'hex') OFFSET 0) i
    UNION SELECT i."memberId" FROM "MemberIdentity" i
      WHERE i."committeeId" = ${register} AND cardinality(${keys.oldIdHashes}::text[]) > 0
        AND i."oldIdNumberHash" IN (SELECT decode(x, 'hex') FROM unnest(${keys.oldIdHashes}::text[]) x)
    UNION SELECT m.id FROM unnest(${keys.ids}::uuid[]) AS x(id)
      CROSS JOIN LATERAL (SELECT m.id FROM "Member" m WHERE m."committeeId" = ${register} AND m.id = x.id OFFSET 0) m`;
  return found.map(({ id }) => id);
}

type Found = Omit<KnownMember, "activity" | "values" | "birthOn" | "cardNumber" | "oldCardNumber"> & {
  readonly status: MemberStatusKind | null;
  readonly idNumberTail: string | null;
  readonly oldIdNumberTail: string | null;
  readonly member: Row;
  readonly profile: Row;
  readonly sensitive: Row;
};
type Row = Readonly<Record<string, string | number | null>>;

/**
 * These members with everything that is recorded, as far as the actor may open them. Each table is asked by its key for each
 * member, so that it is quick even where the planner has not yet seen the rows of a register that was just filled.
 */
export async function listMembersInFull(tx: Tx, actor: Actor, ids: readonly string[]): Promise<KnownMember[]> {
  if (ids.length === 0) return [];
  const register = sql`${actor.committeeId}::uuid`;
  const rows = await tx.$queryRaw<Found[]>`
    SELECT m.id, m.version, m."nameKey", i."idHash", i."oldIdHash", i."idNumberTail", i."oldIdNumberTail", h."branchId",
      h.name AS "branchName", st.kind AS status, to_jsonb(m) AS member, p.profile, s.sensitive
    FROM unnest(${ids}::uuid[]) AS x(id)
    CROSS JOIN LATERAL (SELECT * FROM "Member" m WHERE m."committeeId" = ${register} AND m.id = x.id OFFSET 0) m
    CROSS JOIN LATERAL (SELECT to_jsonb(p) AS profile FROM "MemberProfile" p
      WHERE p."committeeId" = ${register} AND p."memberId" = x.id OFFSET 0) p
    CROSS JOIN LATERAL (SELECT to_jsonb(s) AS sensitive FROM "MemberSensitive" s
      WHERE s."committeeId" = ${register} AND s."memberId" = x.id OFFSET 0) s
    LEFT JOIN LATERAL (SELECT encode(i."idNumberHash", 'hex') AS "idHash", encode(i."oldIdNumberHash", 'hex') AS "oldIdHash",
      i."idNumberTail", i."oldIdNumberTail" FROM "MemberIdentity" i
      WHERE i."committeeId" = ${register} AND i."memberId" = x.id OFFSET 0) i ON true
    LEFT JOIN LATERAL (SELECT h."branchId", b.name FROM "Membership" h
      JOIN "Branch" b ON b."committeeId" = h."committeeId" AND b.id = h."branchId"
      WHERE h."committeeId" = ${register} AND h."memberId" = x.id AND h.kind = 'OFFICIAL' AND ${inForceSql(sql`h`, actor.today)}
      LIMIT 1) h ON true
    LEFT JOIN LATERAL (SELECT st.kind FROM "MemberStatus" st
      WHERE st."committeeId" = ${register} AND st."memberId" = x.id AND ${inForceSql(sql`st`, actor.today)} LIMIT 1) st ON true`;
  return rows.map(known);
}

function known({ member, profile, sensitive, status, idNumberTail, oldIdNumberTail, ...row }: Found): KnownMember {
  const numbers = { idNumber: maskedNumber(idNumberTail, 12), oldIdNumber: maskedNumber(oldIdNumberTail, 9) };
  const values: KnownMember["values"] = { ...textsOf(member), ...textsOf(profile), ...textsOf(sensitive), ...numbers };
  const { birthOn, cardNumber = null, oldCardNumber = null } = values;
  const activity = row.branchId === null ? ("LEFT" as const) : (status ?? ("ACTIVE" as const));
  return { ...row, birthOn: birthOn ?? "", cardNumber, oldCardNumber, activity, values };
}

/** The columns of a row that hold text or a day. */
function textsOf(row: Row): Record<string, string | null> {
  const texts: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(row)) if (typeof value !== "number") texts[name] = value;
  return texts;
}
