import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { InspectionSubjectWhereInput, InspectionWhereInput } from "@/lib/core/db/generated/models";
import { visibleInspections } from "@/lib/features/inspections/policy";

/**
 * The scope of a list of inspections, in words: concluded ones of the register or about the reader's branches or person, and
 * those of the reader's own circle, open or concluded; never an open one about the reader's branches or person, nor one the
 * reader keeps out of (SOD-4). Stands beside row level security.
 */
export function listScope(actor: Actor): InspectionWhereInput {
  const scope = visibleInspections(actor);
  const { committeeId } = actor;
  if (scope.openOfRegister) return { committeeId };
  const own = getSubjectScope(actor);
  const circle: InspectionWhereInput[] = [
    ...(scope.openedById ? [{ openedById: scope.openedById }] : []),
    ...(scope.memberId ? [{ team: { some: { memberId: scope.memberId } } }] : []),
  ];
  return {
    committeeId,
    OR: [
      { AND: [{ state: "CONCLUDED" }, scope.concludedOfRegister ? {} : { subjects: { some: own } }] },
      {
        AND: [
          scope.overseesCases ? {} : { OR: circle },
          { subjects: { none: own } },
          scope.memberId ? { NOT: { recusedIds: { has: scope.memberId } } } : {},
        ],
      },
    ],
  };
}

/** The subjects a reader may see of a case: all for who reads the register, else the own ones. */
export function listShownSubjects(actor: Actor): InspectionSubjectWhereInput {
  const scope = visibleInspections(actor);
  if (scope.concludedOfRegister || scope.openOfRegister || scope.overseesCases || scope.openedById) return {};
  const circle = scope.memberId ? [{ inspection: { team: { some: { memberId: scope.memberId } } } }] : [];
  return { OR: [getSubjectScope(actor), ...circle] };
}

/** Subjects that are the reader or a branch that the reader leads. */
export function getSubjectScope(actor: Actor): InspectionSubjectWhereInput {
  const { ownBranchIds, memberId } = visibleInspections(actor);
  return { OR: [{ branchId: { in: ownBranchIds } }, ...(memberId ? [{ memberId }] : [])] };
}
