import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MeetingBody, MeetingKind, MeetingState, Presence } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canKeepMinutes } from "@/lib/features/meetings/policy";
import { findBodyScope } from "@/lib/features/meetings/queries/body-scope";
import { listCalled } from "@/lib/features/meetings/queries/called";
import {
  countRoll,
  inviteObstacle,
  penObstacle,
  type RollCounts,
  type Standing,
  standingOf,
  votersPresent,
} from "@/lib/features/meetings/rules";
import { votesNeeded } from "@/lib/features/meetings/rules/bodies";
import { type NextMeeting, nextOf } from "@/lib/features/meetings/rules/next-meeting";
import { minutesSign } from "@/lib/features/meetings/rules/number";
import type { MinutesItem } from "@/lib/features/meetings/schema";

/** One member in the roll of a meeting. */
export type RollLineView = {
  readonly memberId: string;
  readonly name: string;
  readonly isOfficial: boolean;
  readonly isExempt: boolean;
  readonly presence: Presence;
  readonly reason: string | null;
};

/** What was added to minutes after they had been sent. */
export type AddendumView = {
  readonly id: string;
  readonly text: string;
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** A meeting with its roll by given name; `counts` is null until the roll has been called. */
export type MeetingView = MeetingFacts & (OfBranch | OfBody);

/**
 * A meeting of a branch, with what only branches have: points by the form of HD 42 and a grade by the committee, tasks carried over,
 * papers passed on to members, and the visit of the committee member in charge.
 */
export type BranchMeetingView = MeetingFacts & OfBranch;

type OfBranch = { readonly branchId: string; readonly branch: string; readonly body: null };
type OfBody = { readonly branchId: null; readonly branch: null; readonly body: MeetingBody };

type MeetingFacts = {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly monthOn: Day;
  readonly heldOn: Day;
  readonly place: string;
  readonly chairId: string;
  readonly chairName: string;
  readonly writerId: string;
  readonly writerName: string;
  readonly guests: string | null;
  readonly state: MeetingState;
  /** Of the minutes, in the term of the branch or of the committee; null where none has been given. */
  readonly number: number | null;
  /** The number with its sign, as papers write it; with dots where none has been given. */
  readonly sign: string;
  readonly sentOn: Day | null;
  readonly sentBy: string | null;
  readonly signedOn: Day | null;
  readonly startTime: string | null;
  readonly enclosures: string | null;
  readonly invitedOn: Day | null;
  readonly invitedBy: string | null;
  readonly version: number;
  readonly conclusion: string | null;
  /** When and where the branch meets next, where it was said. */
  readonly next: NextMeeting | null;
  readonly items: readonly MinutesItem[];
  readonly addenda: readonly AddendumView[];
  /** Who writes the text, where it is somebody else. */
  readonly otherPen: string | null;
  /** How many of those present have a vote. */
  readonly voters: number;
  /** How many of a body's members have to be for its resolution; null for a branch, and before the roll. */
  readonly needed: number | null;
  readonly roll: readonly RollLineView[];
  readonly counts: RollCounts | null;
  readonly can: {
    readonly edit: boolean;
    readonly invite: boolean;
    readonly sign: boolean;
    readonly amend: boolean;
  };
};

/** One meeting as its reader sees it. Refuses with NOT_FOUND one that is not the reader's to see. */
export async function getMeeting(actor: Actor, id: string): Promise<MeetingView> {
  return readAs(actor, async (tx) => {
    const found = await tx.meeting.findFirst({
      where: { committeeId: actor.committeeId, id },
      relationLoadStrategy: "join",
      include: {
        branch: { select: { name: true } },
        items: {
          orderBy: { position: "asc" },
          select: { position: true, title: true, opinions: true, conclusion: true, yes: true, no: true, other: true },
        },
        addenda: {
          orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
          select: { id: true, text: true, reason: true, recordedBy: true, recordedAt: true },
        },
        attendance: { orderBy: [{ sortKey: "asc" }, { memberId: "asc" }] },
      },
    });
    if (!found) throw notFound();
    const {
      committeeId: _register,
      termId: _term,
      committeeTermId: _committeeTerm,
      branchId,
      body,
      penId,
      penName,
      attendance,
      branch,
      monthOn,
      heldOn,
      sentOn,
      signedOn,
      invitedOn,
      nextOn,
      nextTime,
      nextPlace,
      ...row
    } = found;
    const roll = attendance.map(
      ({ memberId, fullName, isOfficial, isExempt, presence, reason }): RollLineView => ({
        ...{ memberId, isOfficial, isExempt, presence, reason },
        name: fullName,
      }),
    );
    const heldBy = branchId !== null && branch ? { branchId, branch: branch.name, body: null } : ofBody(body);
    if (heldBy.body !== null && !(await countSeen(tx, actor, id))) throw notFound();
    const keeps = canKeepMinutes(actor, heldBy.branchId);
    return {
      ...row,
      ...heldBy,
      monthOn: fromDbDate(monthOn),
      heldOn: fromDbDate(heldOn),
      sentOn: fromDbDate(sentOn),
      signedOn: fromDbDate(signedOn),
      invitedOn: fromDbDate(invitedOn),
      next: nextOf({ nextOn: fromDbDate(nextOn), nextTime, nextPlace }),
      sign: minutesSign(row.number, heldBy.body),
      roll,
      voters: votersPresent(roll),
      needed: heldBy.body !== null && roll.length > 0 ? votesNeeded(countRoll(roll).called) : null,
      otherPen: penObstacle({ penId, penName }, actor.accountId) && penName,
      counts: roll.length > 0 ? countRoll(roll) : null,
      can: {
        edit: keeps && row.state === "DRAFT",
        invite: keeps && inviteObstacle({ state: row.state, heldOn: fromDbDate(heldOn) }, actor.today) === null,
        sign: keeps && row.state === "SENT",
        amend: keeps && row.state !== "DRAFT",
      },
    };
  });
}

/** One meeting of a branch. Refuses with NOT_FOUND also one of a body of the committee. */
export async function getBranchMeeting(actor: Actor, id: string): Promise<BranchMeetingView> {
  const meeting = await getMeeting(actor, id);
  if (meeting.body !== null) throw notFound();
  return meeting;
}

function ofBody(body: MeetingBody | null): OfBody {
  if (body === null) throw notFound();
  return { branchId: null, branch: null, body };
}

async function countSeen(tx: Tx, actor: Actor, id: string): Promise<number> {
  const scope = await findBodyScope(tx, actor);
  return scope ? tx.meeting.count({ where: { AND: [{ committeeId: actor.committeeId, id }, scope] } }) : 0;
}

/** Somebody whom the meeting is called of on its day, with what the roll says of them so far. */
export type RollMember = {
  readonly memberId: string;
  readonly name: string;
  readonly isOfficial: boolean;
  readonly standing: Standing;
  readonly presence: Presence | null;
  readonly reason: string | null;
};

/** The members whom the roll of this meeting is called of, by given name. Refuses who does not keep the minutes (FORBIDDEN). */
export async function listRollMembers(actor: Actor, meeting: MeetingView): Promise<RollMember[]> {
  authorize(canKeepMinutes(actor, meeting.branchId));
  const voters = await readAs(actor, (tx) => listCalled(tx, actor, meeting));
  return voters.map((voter) => {
    const line = meeting.roll.find((one) => one.memberId === voter.memberId);
    return {
      memberId: voter.memberId,
      name: voter.name,
      isOfficial: voter.stage === "OFFICIAL",
      standing: standingOf(voter),
      presence: line?.presence ?? null,
      reason: line?.reason ?? null,
    };
  });
}
