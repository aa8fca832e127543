import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { AssignmentRole } from "@/lib/core/db/generated/enums";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canIssuePlan } from "@/lib/features/assignments/policy";

/** A part that an issued plan gives the reader, or somebody in a branch that the reader leads. */
export type AssignmentNotice = {
  readonly id: string;
  readonly isMine: boolean;
  readonly branchId: string;
  readonly memberName: string;
  readonly branchName: string;
  readonly role: AssignmentRole;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly decision: { readonly number: string; readonly on: Day };
};

/** What plans of assignments have to say to the reader. */
export type PlanNotices = {
  readonly assigned: readonly AssignmentNotice[];
  readonly waiting: readonly { readonly id: string; readonly name: string }[];
};

const SHOWN_DAYS = 30;

/**
 * What issued plans give the reader and the branches that the reader leads, from the issuing until a month after it begins; and
 * the plans that wait for the reader to issue them.
 */
export function listPlanNotices(actor: Actor): Promise<PlanNotices> {
  const { committeeId, memberId, ownBranchIds } = actor;
  const own = [...(memberId === null ? [] : [{ memberId }]), { branchId: { in: [...ownBranchIds] } }];
  return readAs(actor, async (tx) => {
    const rows = await tx.assignment.findMany({
      where: {
        AND: [
          { committeeId, planId: { not: null }, startsOn: { gt: toDbDate(addDays(actor.today, -SHOWN_DAYS)) } },
          { OR: own },
        ],
      },
      orderBy: [{ startsOn: "asc" }, { branch: { sortKey: "asc" } }, { role: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        id: true,
        memberId: true,
        branchId: true,
        role: true,
        startsOn: true,
        endsOn: true,
        decisionNumber: true,
        decidedOn: true,
        member: { select: { fullName: true } },
        branch: { select: { name: true } },
      },
    });
    const waiting = canIssuePlan(actor)
      ? await tx.assignmentPlan.findMany({
          where: { committeeId, state: "SUBMITTED", NOT: { submittedById: actor.accountId } },
          orderBy: [{ startsOn: "asc" }, { id: "asc" }],
          select: { id: true, name: true },
        })
      : [];
    const assigned = rows.map(({ member, branch, decisionNumber, decidedOn, ...row }): AssignmentNotice => {
      const { id, role, ...period } = withPeriod(row);
      return {
        id,
        isMine: row.memberId === memberId,
        branchId: row.branchId,
        memberName: member.fullName,
        branchName: branch.name,
        role,
        startsOn: period.startsOn,
        lastDay: lastDayOf(period),
        decision: { number: decisionNumber, on: fromDbDate(decidedOn) },
      };
    });
    return { assigned, waiting };
  });
}
