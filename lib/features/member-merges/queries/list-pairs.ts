import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { MergeState } from "@/lib/core/db/generated/enums";
import { sql } from "@/lib/core/db/sql";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canProposeMerge, canReadMerges } from "@/lib/features/member-merges/policy";

/** Two records that may be of one person, and by what. */
export type LikelyPair = {
  readonly oneId: string;
  readonly otherId: string;
  readonly one: string;
  readonly other: string;
  readonly oneBranch: string | null;
  readonly otherBranch: string | null;
  readonly sign: "NAME" | "ID";
};

/** A merge of a list. */
export type MergeFacts = {
  readonly id: string;
  readonly keptName: string;
  readonly droppedName: string;
  readonly state: MergeState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
};

const MOST_PAIRS = 100;

/**
 * The records of the register that share a folded name and a birth date that can be the same, or an old ID number, at most a
 * hundred pairs; and the latest merges. Cards and ID numbers are unique in a register, so no two records share one. Refuses with
 * NOT_FOUND who does not keep or lead the register.
 */
export function listDuplicates(
  actor: Actor,
): Promise<{ pairs: LikelyPair[]; merges: MergeFacts[]; can: { propose: boolean } }> {
  return readAs(actor, async (tx) => {
    if (!canReadMerges(actor)) throw notFound();
    const register = sql`${actor.committeeId}::uuid`;
    const branch = (
      of: "a" | "b",
    ) => sql`(SELECT b.name FROM "Membership" s JOIN "Branch" b ON b."committeeId" = s."committeeId"
      AND b.id = s."branchId" WHERE s."committeeId" = ${register} AND s."memberId" = ${of === "a" ? sql`x.a` : sql`x.b`}
      AND s.kind = 'OFFICIAL' ORDER BY s."startsOn" DESC LIMIT 1)`;
    const pairs = await tx.$queryRaw<LikelyPair[]>`
      SELECT x.a AS "oneId", x.b AS "otherId", m."fullName" AS one, n."fullName" AS other, x.sign,
        ${branch("a")} AS "oneBranch", ${branch("b")} AS "otherBranch"
      FROM (SELECT m.id AS a, n.id AS b, 'NAME' AS sign
          FROM "Member" m JOIN "Member" n ON n."committeeId" = m."committeeId" AND n."nameKey" = m."nameKey" AND m.id < n.id
          JOIN "MemberProfile" p ON p."committeeId" = m."committeeId" AND p."memberId" = m.id
          JOIN "MemberProfile" q ON q."committeeId" = n."committeeId" AND q."memberId" = n.id
          WHERE m."committeeId" = ${register}
            AND (starts_with(p."birthOn", q."birthOn") OR starts_with(q."birthOn", p."birthOn"))
        UNION SELECT i."memberId", j."memberId", 'ID' FROM "MemberIdentity" i
          JOIN "MemberIdentity" j ON j."committeeId" = i."committeeId" AND j."oldIdNumberHash" = i."oldIdNumberHash"
            AND i."memberId" < j."memberId"
          WHERE i."committeeId" = ${register}) x
      JOIN "Member" m ON m."committeeId" = ${register} AND m.id = x.a
      JOIN "Member" n ON n."committeeId" = ${register} AND n.id = x.b
      ORDER BY m."sortKey", x.a, x.b LIMIT ${MOST_PAIRS}`;
    const merges = await tx.memberMerge.findMany({
      where: { committeeId: actor.committeeId },
      orderBy: [{ proposedAt: "desc" }, { id: "asc" }],
      take: 50,
      select: {
        ...{ id: true, droppedName: true, state: true, proposedBy: true, proposedAt: true },
        kept: { select: { fullName: true } },
      },
    });
    return {
      pairs,
      merges: merges.map(({ kept, ...merge }) => ({ ...merge, keptName: kept.fullName })),
      can: { propose: canProposeMerge(actor) },
    };
  });
}
