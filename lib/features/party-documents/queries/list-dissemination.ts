import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { CatchUpWay } from "@/lib/core/db/generated/enums";
import type { PartyDocumentFindManyArgs, PartyDocumentWhereInput } from "@/lib/core/db/generated/models";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canRecordDissemination, visibleDissemination } from "@/lib/features/party-documents/policy";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import {
  daysOverdue,
  isAskedOn,
  isForBranch,
  splitRoll,
  standingOn,
} from "@/lib/features/party-documents/rules/dissemination";
import { numberAndSign } from "@/lib/features/party-documents/rules/number";
import type { DisseminationStanding } from "@/lib/features/party-documents/schema";

/** Somebody who was absent, and how they caught up; null while they have not. */
export type AbsentLine = {
  readonly memberId: string;
  readonly name: string;
  readonly caughtUp: {
    readonly id: string;
    readonly way: CatchUpWay;
    readonly toldBy: string | null;
    readonly on: Day;
  } | null;
};

/** A meeting of a village at which the people were told of a paper. */
export type Telling = {
  readonly id: string;
  readonly village: string;
  readonly heldOn: Day;
  readonly households: number;
};

/** The meeting at which a branch passed a paper on, with its roll: how many were there and who was not. */
export type Passing = {
  readonly id: string;
  readonly meetingId: string;
  readonly heldOn: Day;
  readonly present: number;
  readonly absent: readonly AbsentLine[];
  readonly recordedBy: string;
  readonly version: number;
};

/** How far one branch is with one paper. */
export type DisseminationLine = {
  readonly documentId: string;
  readonly document: string;
  readonly subjectLine: string;
  readonly issuedOn: Day;
  readonly branchId: string;
  readonly branch: string;
  readonly deadlineOn: Day | null;
  readonly passing: Passing | null;
  readonly tellings: readonly Telling[];
  readonly standing: DisseminationStanding;
  readonly daysOverdue: number;
  readonly can: { readonly record: boolean };
};

/** How far the branches are with a paper, of those whose passing on the actor reads; by name. None for a paper for no branch, or an annulled one. */
export function listDissemination(actor: Actor, documentId: string): Promise<DisseminationLine[]> {
  return readAs(actor, (tx) => findLines(tx, actor, { id: documentId }));
}

/** What of a paper says for which branches it is, and by when they pass it on. */
export const documentHead = {
  ...{ id: true, number: true, sign: true, subjectLine: true, issuedOn: true, audience: true, deadlineOn: true },
  branches: { select: { branchId: true } },
} as const;

/** The branches whose passing on the actor reads, by name. Runs in the caller's transaction. */
export async function listReadBranches(tx: Tx, actor: Actor) {
  const reach = visibleDissemination(actor);
  const rows = await tx.branch.findMany({
    where: { committeeId: actor.committeeId, ...(reach.all ? {} : { id: { in: reach.branchIds } }) },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, name: true, startsOn: true, endsOn: true },
  });
  return rows.map(withPeriod);
}

/** Which papers for branches are found: those that the actor reads and that stand, the earliest deadline first. */
export function findForBranches(actor: Actor, where: PartyDocumentWhereInput) {
  return {
    where: { AND: [getDocumentScope(actor), { annulledOn: null, audience: { not: "NO_BRANCH" } }, where] },
    orderBy: [{ deadlineOn: "asc" }, { issuedOn: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
  } satisfies Omit<PartyDocumentFindManyArgs, "select">;
}

async function findLines(tx: Tx, actor: Actor, where: PartyDocumentWhereInput): Promise<DisseminationLine[]> {
  const branches = await listReadBranches(tx, actor);
  const documents = await tx.partyDocument.findMany({
    ...findForBranches(actor, where),
    select: {
      ...documentHead,
      told: {
        orderBy: [{ heldOn: "asc" }, { id: "asc" }],
        select: { id: true, branchId: true, heldOn: true, households: true, village: { select: { name: true } } },
      },
      passed: {
        select: {
          ...{ id: true, branchId: true, meetingId: true, recordedBy: true, version: true },
          catchUps: { select: { id: true, memberId: true, way: true, toldBy: true, caughtUpOn: true } },
          meeting: {
            select: {
              heldOn: true,
              attendance: {
                orderBy: [{ sortKey: "asc" }, { memberId: "asc" }],
                select: { memberId: true, fullName: true, presence: true, isExempt: true },
              },
            },
          },
        },
      },
    },
  });
  return documents.flatMap((document) => {
    const issuedOn = fromDbDate(document.issuedOn);
    return branches.flatMap((branch): DisseminationLine[] => {
      const passed = document.passed.find((one) => one.branchId === branch.id) ?? null;
      if (!isForBranch(document, branch.id)) return [];
      if (passed === null && !isAskedOn(branch, issuedOn, actor.today)) return [];
      const days = {
        passedOn: passed && fromDbDate(passed.meeting.heldOn),
        deadlineOn: fromDbDate(document.deadlineOn),
      };
      return [
        {
          ...{
            documentId: document.id,
            document: numberAndSign(document),
            subjectLine: document.subjectLine,
            issuedOn,
          },
          ...{ branchId: branch.id, branch: branch.name, deadlineOn: days.deadlineOn },
          passing: passed && passingOf(passed),
          tellings: document.told
            .filter((one) => one.branchId === branch.id)
            .map(({ id, heldOn, households, village }) => ({
              ...{ id, households, village: village.name, heldOn: fromDbDate(heldOn) },
            })),
          standing: standingOn(days, actor.today),
          daysOverdue: daysOverdue(days, actor.today),
          can: { record: canRecordDissemination(actor, branch.id) },
        },
      ];
    });
  });
}

type PassedRow = Pick<Passing, "id" | "meetingId" | "recordedBy" | "version"> & {
  readonly catchUps: readonly {
    readonly id: string;
    readonly memberId: string;
    readonly way: CatchUpWay;
    readonly toldBy: string | null;
    readonly caughtUpOn: Date;
  }[];
  readonly meeting: {
    readonly heldOn: Date;
    readonly attendance: readonly {
      readonly memberId: string;
      readonly fullName: string;
      readonly presence: "PRESENT" | "ABSENT_EXCUSED" | "ABSENT_UNEXCUSED";
      readonly isExempt: boolean;
    }[];
  };
};

function passingOf({ id, meetingId, recordedBy, version, meeting, catchUps }: PassedRow): Passing {
  const { present, absent } = splitRoll(meeting.attendance);
  return {
    ...{ id, meetingId, recordedBy, version, present },
    heldOn: fromDbDate(meeting.heldOn),
    absent: absent.map(({ memberId, fullName }) => {
      const found = catchUps.find((one) => one.memberId === memberId);
      const caughtUp = found
        ? { id: found.id, way: found.way, toldBy: found.toldBy, on: fromDbDate(found.caughtUpOn) }
        : null;
      return { memberId, name: fullName, caughtUp };
    }),
  };
}
