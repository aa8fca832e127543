import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { AssignmentRole, BranchOfficeKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { type DbPeriod, periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canEditOrganization, canOpenBranch } from "@/lib/features/organization/policy";
import type { PersonName } from "@/lib/features/organization/queries/branches";

const period = { startsOn: true, endsOn: true } as const;
const newestFirst = { startsOn: "desc" } as const;
const person = { select: { fullName: true } } as const;

/** First and last day of something dated. */
type Days = { readonly startsOn: Day; readonly lastDay: Day | null };

/** Someone in an office, a village or an assignment of the branch, over a period. */
type Held<Kind> = Days & {
  readonly id: string;
  readonly person: PersonName;
  readonly kind: Kind;
  readonly decisionNumber: string | null;
  readonly version: number;
};

/** Everything dated around a branch, newest first: offices, villages and their heads, assignments, and what it grew from. */
export type BranchRecord = {
  readonly offices: readonly Held<BranchOfficeKind>[];
  readonly assignments: readonly Held<AssignmentRole>[];
  readonly villages: readonly (Days & {
    readonly id: string;
    readonly name: string;
    readonly heads: readonly Held<"VILLAGE_HEAD">[];
  })[];
  readonly predecessors: readonly { readonly id: string; readonly name: string; readonly on: Day }[];
  readonly successors: readonly { readonly id: string; readonly name: string; readonly on: Day }[];
  readonly can: { readonly editOffices: boolean };
};

/** The dated record of one branch. Refuses with NOT_FOUND what is not there or not the reader's to open. */
export function getBranchRecord(actor: Actor, branchId: string): Promise<BranchRecord> {
  return readAs(actor, async (tx) => {
    const row = await tx.branch.findFirst({
      where: { committeeId: actor.committeeId, id: branchId },
      relationLoadStrategy: "join",
      select: {
        offices: {
          orderBy: newestFirst,
          select: {
            id: true,
            memberId: true,
            kind: true,
            decisionNumber: true,
            version: true,
            ...period,
            member: person,
          },
        },
        assignments: {
          orderBy: newestFirst,
          select: {
            id: true,
            memberId: true,
            role: true,
            decisionNumber: true,
            version: true,
            ...period,
            member: person,
          },
        },
        villages: {
          orderBy: newestFirst,
          select: {
            ...period,
            village: {
              select: {
                id: true,
                name: true,
                offices: {
                  orderBy: newestFirst,
                  select: { id: true, memberId: true, kind: true, version: true, ...period, member: person },
                },
              },
            },
          },
        },
        predecessors: { select: { takesEffectOn: true, predecessor: { select: { id: true, name: true } } } },
        successors: { select: { takesEffectOn: true, successor: { select: { id: true, name: true } } } },
      },
    });
    if (!row || !canOpenBranch(actor, branchId)) throw notFound();
    return {
      offices: row.offices.map(held),
      assignments: row.assignments.map(({ role, ...rest }) => held({ ...rest, kind: role })),
      villages: row.villages.map(({ village, ...days }) => ({
        id: village.id,
        name: village.name,
        heads: village.offices.map((office) => held({ ...office, decisionNumber: null })),
        ...daysOf(days),
      })),
      predecessors: row.predecessors.map((one) => ({ ...one.predecessor, on: fromDbDate(one.takesEffectOn) })),
      successors: row.successors.map((one) => ({ ...one.successor, on: fromDbDate(one.takesEffectOn) })),
      can: { editOffices: canEditOrganization(actor) },
    };
  });
}

type HeldRow<Kind> = DbPeriod & {
  id: string;
  memberId: string;
  member: { fullName: string };
  kind: Kind;
  decisionNumber: string | null;
  version: number;
};

function held<Kind>({ id, memberId, member, kind, decisionNumber, version, ...days }: HeldRow<Kind>): Held<Kind> {
  return { id, person: { id: memberId, name: member.fullName }, kind, decisionNumber, version, ...daysOf(days) };
}

function daysOf(row: DbPeriod): Days {
  const days = periodOf(row);
  return { startsOn: days.startsOn, lastDay: lastDayOf(days) };
}
