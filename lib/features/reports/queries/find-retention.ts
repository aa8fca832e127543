import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addMonths, type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MembershipEnd } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canSeeRetention } from "@/lib/features/reports/policy";
import { keptUntil } from "@/lib/features/reports/rules";
import { findRetentionRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";
import type { RetentionParameters } from "@/lib/features/rule-sets/schema";

/** Somebody who left so long ago that the record is to be looked at, with the day the months were over. */
export type KeptMember = {
  readonly id: string;
  readonly fullName: string;
  readonly endedOn: Day;
  readonly reason: MembershipEnd | null;
  readonly dueOn: Day;
};

/** An import whose history is kept past its time. */
export type KeptImport = { readonly id: string; readonly fileName: string; readonly stagedAt: Date };

/** What is kept longer than the rules in force today ask; each list as far as its reader may see what is in it. */
export type Retention = {
  readonly document: string;
  readonly parameters: RetentionParameters;
  readonly members: readonly KeptMember[];
  readonly imports: readonly KeptImport[];
  /** Readings in the access log past their time. */
  readonly accesses: { readonly count: number; readonly firstAt: Date | null };
};

/** The retention list of today; null for who does not look after it, and "NO_RULES" where no rule set of today says how long. */
export async function findRetention(actor: Actor): Promise<Retention | "NO_RULES" | null> {
  if (!canSeeRetention(actor)) return null;
  return readAs(actor, async (tx) => {
    const rules = await findRetentionRulesOn(tx, actor.committeeId, actor.today);
    if (rules === null) return "NO_RULES";
    const { document, parameters } = rules;
    const until = (of: keyof RetentionParameters) => toDbDate(keptUntil(actor.today, parameters[of].value));
    return {
      document,
      parameters,
      members: await listKeptMembers(tx, actor, parameters.formerMemberMonths.value),
      imports: await tx.rosterImport.findMany({
        where: { committeeId: actor.committeeId, stagedAt: { lt: until("importMonths") } },
        orderBy: [{ stagedAt: "asc" }, { id: "asc" }],
        select: { id: true, fileName: true, stagedAt: true },
      }),
      accesses: await countAccesses(tx, actor, until("accessMonths")),
    };
  });
}

async function listKeptMembers(tx: Tx, { committeeId, today }: Actor, months: number): Promise<KeptMember[]> {
  const rows = await tx.$queryRaw<(Omit<KeptMember, "endedOn" | "dueOn"> & { endsOn: Date })[]>`
    SELECT m.id, m."fullName", last."endsOn", last."endReason" AS reason
    FROM "Member" m
    CROSS JOIN LATERAL (
      SELECT h."endsOn", h."endReason" FROM "Membership" h
      WHERE h."committeeId" = m."committeeId" AND h."memberId" = m.id AND h.kind = 'OFFICIAL'
      ORDER BY h."startsOn" DESC LIMIT 1
    ) last
    WHERE m."committeeId" = ${committeeId}::uuid AND last."endsOn" <= ${toDbDate(keptUntil(today, months))}::date
    ORDER BY last."endsOn", m."sortKey", m.id`;
  return rows.map(({ endsOn, ...row }) => {
    const endedOn = fromDbDate(endsOn);
    return { ...row, endedOn, dueOn: addMonths(endedOn, months) };
  });
}

async function countAccesses(tx: Tx, { committeeId }: Actor, until: Date): Promise<Retention["accesses"]> {
  const where = { committeeId, at: { lt: until } };
  const first = await tx.accessLog.findFirst({ where, orderBy: { at: "asc" }, select: { at: true } });
  return { count: await tx.accessLog.count({ where }), firstAt: first?.at ?? null };
}
