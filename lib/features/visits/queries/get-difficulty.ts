import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { isInForceOn } from "@/lib/core/day/interval";
import type { DifficultyState, DifficultyStepKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce, periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { isCommitteeSeat } from "@/lib/features/organization/rules";
import {
  canAcceptDifficulty,
  canDeclineDifficulty,
  canMoveDeadline,
  canReadDifficulties,
  canSolveDifficulty,
} from "@/lib/features/visits/policy";
import { daysOverdue, kindObstacle, standingOn } from "@/lib/features/visits/rules/difficulty";
import type { DifficultyStanding } from "@/lib/features/visits/schema";

/** One step of a difficulty; `ownerName` and `deadlineOn` are what the step set. */
export type DifficultyStepView = {
  readonly id: string;
  readonly kind: DifficultyStepKind;
  readonly takenOn: Day;
  readonly text: string;
  readonly ownerName: string | null;
  readonly deadlineOn: Day | null;
  readonly recordedBy: string;
};

/** A difficulty with its steps, newest first. `owner` is OFFICE, a name, or null while nobody has accepted it. */
export type DifficultyView = {
  readonly id: string;
  readonly branchId: string;
  readonly branch: string;
  readonly visit: { readonly id: string; readonly visitedOn: Day } | null;
  readonly title: string;
  readonly text: string;
  readonly raisedOn: Day;
  readonly recordedBy: string;
  readonly state: DifficultyState;
  readonly standing: DifficultyStanding;
  readonly daysOverdue: number;
  readonly isAccepted: boolean;
  readonly ownerName: string | null;
  readonly deadlineOn: Day | null;
  readonly closedOn: Day | null;
  readonly version: number;
  readonly steps: readonly DifficultyStepView[];
  readonly can: {
    readonly accept: boolean;
    readonly solve: boolean;
    readonly moveDeadline: boolean;
    readonly decline: boolean;
    readonly readBranch: boolean;
  };
};

/** One difficulty. Refuses with NOT_FOUND one that is neither of a branch that the reader sees nor the reader's own to solve. */
export async function getDifficulty(actor: Actor, id: string): Promise<DifficultyView> {
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => {
    const found = await tx.difficulty.findFirst({
      where: { committeeId, id },
      relationLoadStrategy: "join",
      include: {
        branch: { select: { name: true } },
        visitReport: { select: { id: true, visitedOn: true } },
        ownerSeat: { select: { memberId: true, startsOn: true, endsOn: true } },
        steps: {
          orderBy: [{ takenOn: "desc" }, { recordedAt: "desc" }],
          select: {
            id: true,
            kind: true,
            takenOn: true,
            text: true,
            ownerName: true,
            deadlineOn: true,
            recordedBy: true,
          },
        },
      },
    });
    if (!found) throw notFound();
    const { committeeId: _register, recordedById: _hand, visitReportId: _visit, ownerSeatId: _seat, ...row } = found;
    const { ownerSeat, visitReport, steps, ...rest } = row;
    const ownerId = ownerSeat && isInForceOn(periodOf(ownerSeat), today) ? ownerSeat.memberId : null;
    const readBranch = canReadDifficulties(actor, row.branchId);
    if (!readBranch && ownerId !== actor.memberId) throw notFound();
    const days = { state: row.state, deadlineOn: fromDbDate(row.deadlineOn), closedOn: fromDbDate(row.closedOn) };
    const follows = (kind: DifficultyStepKind) => kindObstacle(row.state, kind) === null;
    return {
      ...rest,
      ...days,
      branch: row.branch.name,
      visit: visitReport && { id: visitReport.id, visitedOn: fromDbDate(visitReport.visitedOn) },
      raisedOn: fromDbDate(row.raisedOn),
      standing: standingOn(days, today),
      daysOverdue: daysOverdue(days, today),
      isAccepted: steps.some((step) => step.kind === "ACCEPTED"),
      steps: steps.map((step) => ({
        ...step,
        takenOn: fromDbDate(step.takenOn),
        deadlineOn: fromDbDate(step.deadlineOn),
      })),
      can: {
        accept: canAcceptDifficulty(actor) && follows("ACCEPTED"),
        solve: canSolveDifficulty(actor, ownerId) && follows("SOLVED"),
        moveDeadline: canMoveDeadline(actor) && follows("DEADLINE_MOVED"),
        decline: canDeclineDifficulty(actor) && follows("DECLINED"),
        readBranch,
      },
    };
  });
}

/** Who may own a difficulty today besides the office: a seat of the committee for each of its members, by given name. */
export async function listOwners(actor: Actor): Promise<readonly { readonly seatId: string; readonly name: string }[]> {
  if (!canAcceptDifficulty(actor)) return [];
  return readAs(actor, async (tx) => {
    const seats = await tx.committeeOffice.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, inForce(actor.today), { term: inForce(actor.today) }] },
      orderBy: [{ member: { sortKey: "asc" } }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { id: true, kind: true, memberId: true, member: { select: { fullName: true } } },
    });
    const owners = new Map<string, { seatId: string; name: string }>();
    for (const { id, kind, memberId, member } of seats) {
      if (isCommitteeSeat(kind) && !owners.has(memberId)) owners.set(memberId, { seatId: id, name: member.fullName });
    }
    return [...owners.values()];
  });
}
