import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { BranchKind, BranchOfficeKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce, periodOf } from "@/lib/core/period";
import { reachesBranch, reachesRegister } from "@/lib/core/policy-table";
import { readAs } from "@/lib/core/query";
import {
  canCallSecretary,
  canEditBranchContact,
  canEditOrganization,
  canOpenBranch,
  canReadBranchContact,
} from "@/lib/features/organization/policy";
import type { PersonName } from "@/lib/features/organization/queries/branches";
import { type BranchCounts, countMembersOf } from "@/lib/features/organization/queries/count-members";

const period = { startsOn: true, endsOn: true } as const;
const person = { select: { fullName: true, sortKey: true } } as const;

/** A branch as it stood on a day: who leads it, whom it serves, how many are in it. `isInForce` says whether it stood. */
export type BranchView = {
  readonly id: string;
  readonly on: Day;
  readonly name: string;
  readonly kind: BranchKind;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly isInForce: boolean;
  readonly decisionNumber: string | null;
  /** The Party organisation it belonged to before it came here. */
  readonly originBody: string | null;
  /** The secretary's own number, where the reader may know it. */
  readonly secretaryPhone: string | null;
  readonly contact: {
    readonly phone: string | null;
    readonly meetingPlace: string | null;
    readonly version: number;
  } | null;
  readonly officers: readonly (PersonName & { readonly kind: BranchOfficeKind; readonly startsOn: Day })[];
  readonly villages: readonly { readonly id: string; readonly name: string; readonly heads: readonly PersonName[] }[];
  readonly inCharge: readonly PersonName[];
  readonly counts: BranchCounts | null;
  readonly can: {
    readonly editContact: boolean;
    readonly editOffices: boolean;
    readonly readMembers: boolean;
    readonly readRatings: boolean;
    readonly readInspections: boolean;
    readonly readMeetings: boolean;
    readonly readRegulations: boolean;
    readonly readInspectionPlans: boolean;
    readonly readVisits: boolean;
    readonly readTasks: boolean;
    readonly readTrail: boolean;
  };
};

/** One branch on a day. Refuses with NOT_FOUND what is not there or not the reader's to open. */
export function getBranch(actor: Actor, id: string, on: Day): Promise<BranchView> {
  return readAs(actor, async (tx) => {
    const then = inForce(on);
    const row = await tx.branch.findFirst({
      where: { committeeId: actor.committeeId, id },
      relationLoadStrategy: "join",
      select: {
        name: true,
        kind: true,
        decisionNumber: true,
        originBody: true,
        contact: { select: { phone: true, meetingPlace: true, version: true } },
        ...period,
        offices: {
          where: then,
          select: {
            memberId: true,
            kind: true,
            startsOn: true,
            endsOn: true,
            member: { select: { ...person.select, sensitive: { select: { phone: true } } } },
          },
        },
        assignments: { where: { AND: [then, { role: "MAIN" }] }, select: { memberId: true, member: person } },
        villages: {
          where: then,
          select: {
            village: {
              select: { id: true, name: true, offices: { where: then, select: { memberId: true, member: person } } },
            },
          },
        },
      },
    });
    if (!row || !canOpenBranch(actor, id)) throw notFound();
    const counts = await countMembersOf(tx, actor, [id], on);
    const days = periodOf(row);
    const secretary = row.offices.find((office) => office.kind === "SECRETARY");
    const reads = (resource: Parameters<typeof reachesBranch>[1]) => reachesBranch(actor, resource, "read", id);
    return {
      id,
      on,
      name: row.name,
      kind: row.kind,
      startsOn: days.startsOn,
      lastDay: lastDayOf(days),
      isInForce: days.startsOn <= on && (days.endsOn === null || on < days.endsOn),
      decisionNumber: row.decisionNumber,
      originBody: row.originBody,
      secretaryPhone: canCallSecretary(actor, id) ? (secretary?.member.sensitive?.phone ?? null) : null,
      contact: canReadBranchContact(actor, id) ? row.contact : null,
      officers: row.offices.toSorted(byRank).map((office) => ({
        ...named(office),
        kind: office.kind,
        startsOn: periodOf(office).startsOn,
      })),
      villages: row.villages.map(({ village }) => ({
        id: village.id,
        name: village.name,
        heads: village.offices.map(named),
      })),
      inCharge: row.assignments.map(named),
      counts: counts.get(id) ?? null,
      can: {
        editContact: canEditBranchContact(actor, id),
        editOffices: canEditOrganization(actor),
        readMembers: reads("member"),
        readRatings: reads("rating"),
        readInspections: reads("inspection"),
        readMeetings: reads("meeting"),
        readRegulations: reads("workingRegulation"),
        readInspectionPlans: reads("branchInspectionPlan"),
        readVisits: reads("visitReport"),
        readTasks: reads("task"),
        readTrail: reachesRegister(actor, "auditTrail", "read"),
      },
    };
  });
}

const RANK: readonly BranchOfficeKind[] = ["SECRETARY", "DEPUTY", "COMMITTEE_MEMBER"];

function named(row: { memberId: string; member: { fullName: string } }): PersonName {
  return { id: row.memberId, name: row.member.fullName };
}

function byRank(
  one: { kind: BranchOfficeKind; member: { sortKey: string } },
  other: { kind: BranchOfficeKind; member: { sortKey: string } },
): number {
  const rank = RANK.indexOf(one.kind) - RANK.indexOf(other.kind);
  if (rank !== 0) return rank;
  return one.member.sortKey < other.member.sortKey ? -1 : 1;
}
