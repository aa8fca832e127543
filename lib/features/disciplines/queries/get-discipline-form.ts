import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canRecordDiscipline, canRecordDisciplines } from "@/lib/features/disciplines/policy";
import { type DisciplineView, getDiscipline } from "@/lib/features/disciplines/queries/get-discipline";
import { findRuleSetView, type RuleSetView } from "@/lib/features/rule-sets/queries/rule-sets";

/** Somebody, or a branch, to be chosen in a form. */
export type Choice = { readonly id: string; readonly name: string };

/** What the form for a decision needs: the branches, or of the branch chosen its people; of a correction what it corrects. */
export type DisciplineFormView = {
  readonly branches: readonly Choice[];
  readonly branch: (Choice & { readonly isOwn: boolean; readonly people: readonly Choice[] }) | null;
  readonly corrects: DisciplineView | null;
  /** The rules of today, or of the day of the decision that is corrected; null where the register holds none. */
  readonly rules: RuleSetView | null;
};

/**
 * The form for a decision. Refuses with FORBIDDEN who enters none, with NOT_FOUND a branch or a decision that is not there, or that
 * cannot be corrected by the reader.
 */
export async function getDisciplineForm(
  actor: Actor,
  named: { readonly branchId: string | null; readonly correctsId: string | null },
): Promise<DisciplineFormView> {
  authorize(canRecordDisciplines(actor));
  const corrects = named.correctsId === null ? null : await getDiscipline(actor, named.correctsId);
  if (corrects && !corrects.can.correct) throw notFound();
  const branchId = corrects?.branchId ?? named.branchId;
  const { committeeId } = actor;
  return readAs(actor, async (tx) => {
    const branches = await tx.branch.findMany({
      where: { committeeId },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
    const on = corrects?.decidedOn ?? actor.today;
    const rules = await findRuleSetView(tx, committeeId, { kind: "DISCIPLINE", on });
    if (branchId === null) return { branches, branch: null, corrects, rules };
    const chosen = branches.find(({ id }) => id === branchId);
    if (!chosen) throw notFound();
    const people = await tx.member.findMany({
      where: { committeeId, memberships: { some: { branchId, kind: "OFFICIAL" } } },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, fullName: true },
    });
    const offered = people
      .filter(({ id }) => canRecordDiscipline(actor, { memberId: id, branchId }))
      .map(({ id, fullName }) => ({ id, name: fullName }));
    const isOwn = !canRecordDiscipline(actor, { memberId: null, branchId });
    return { branches, branch: { ...chosen, isOwn, people: offered }, corrects, rules };
  });
}
