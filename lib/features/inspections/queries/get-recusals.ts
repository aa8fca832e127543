import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { RecusalGround } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canDeclareRecusal, canLiftRecusal, canReadRecusals } from "@/lib/features/inspections/policy";
import { getCaseOfCircle } from "@/lib/features/inspections/queries/case-facts";

/** A conflict that somebody has declared in a case, and who has lifted it. */
export type RecusalLine = {
  readonly id: string;
  readonly person: string;
  readonly ground: RecusalGround;
  readonly words: string;
  readonly declaredAt: Date;
  readonly lifted: { readonly by: string; readonly at: Date; readonly reason: string } | null;
  readonly can: { readonly lift: boolean };
};

/** Who keeps out of a case, for those who oversee it; null for anybody else. */
export type RecusalsView = {
  readonly recusals: readonly RecusalLine[] | null;
  readonly can: { readonly declare: boolean };
};

/** The declarations of a case, the latest first. Refuses with NOT_FOUND a case that is not there or not the reader's to know of. */
export function getRecusals(actor: Actor, id: string): Promise<RecusalsView> {
  return readAs(actor, async (tx) => {
    const { facts } = await getCaseOfCircle(tx, actor, id);
    const can = { declare: canDeclareRecusal(actor, facts) };
    if (!canReadRecusals(actor, facts)) return { recusals: null, can };
    const rows = await tx.inspectionRecusal.findMany({
      where: { committeeId: actor.committeeId, inspectionId: id },
      orderBy: [{ declaredAt: "desc" }, { id: "asc" }],
      select: {
        ...{ id: true, memberId: true, ground: true, words: true, declaredById: true, declaredBy: true },
        ...{ declaredAt: true, liftedBy: true, liftedAt: true, liftReason: true },
      },
    });
    const recusals = rows.map((one): RecusalLine => {
      const { liftedAt, liftedBy, liftReason } = one;
      return {
        ...{ id: one.id, person: one.declaredBy, ground: one.ground, words: one.words, declaredAt: one.declaredAt },
        lifted: liftedAt && { by: liftedBy ?? "", at: liftedAt, reason: liftReason ?? "" },
        can: { lift: liftedAt === null && canLiftRecusal(actor, facts, one) },
      };
    });
    return { recusals, can };
  });
}
