import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, typedForm } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { TaskGiver } from "@/lib/core/db/generated/enums";
import { inForce } from "@/lib/core/period";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";
import { canReadBodyMeetings } from "@/lib/features/meetings/policy";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import { numberAndSign } from "@/lib/features/party-documents/rules/number";
import { canGiveForCommittee } from "@/lib/features/tasks/policy";

/** Which record a task is to come from; at most one is named. */
export type SourceIds = {
  readonly meetingId: string | null;
  readonly difficultyId: string | null;
  readonly inspectionId: string | null;
  readonly documentId: string | null;
};

/** What a task of that branch comes from: its day, its name or, of a meeting, that day, and the items of an agenda. */
export type FoundSource = {
  readonly on: Day;
  readonly name: string;
  readonly agenda: readonly string[];
  /** Whether it is a meeting of a body of the committee. */
  readonly isOfBody: boolean;
};

/** What was found of the record that a task is to come from: NONE where none is named, null where it is not to be found. */
export type SourceFinding = FoundSource | "NONE" | null;

/**
 * Whose task it is when this actor gives one: the committee's where it comes from an inspection or a meeting of its bodies, the
 * branch's where its meeting decided it or a secretary gives it, else the committee's.
 */
export function getGiver(
  actor: Actor,
  { meetingId, inspectionId }: Pick<SourceIds, "meetingId" | "inspectionId">,
  source: SourceFinding = null,
): TaskGiver {
  const isOfBody = source !== null && source !== "NONE" && source.isOfBody;
  if (inspectionId !== null || isOfBody) return "COMMITTEE";
  return meetingId === null && canGiveForCommittee(actor) ? "COMMITTEE" : "BRANCH";
}

/**
 * The record that the task comes from, as the actor reads it: a meeting of the branch or of a body of the committee, a difficulty of
 * the branch, a paper that stands and is for it, or a concluded inspection of the branch or of somebody who is in it on that day.
 * Several named at once are not to be found.
 */
export async function findTaskSource(
  tx: Tx,
  actor: Actor,
  { meetingId, difficultyId, inspectionId, documentId }: SourceIds,
  { branchId, on }: { branchId: string; on: Day },
): Promise<SourceFinding> {
  const { committeeId } = actor;
  const named = [meetingId, difficultyId, inspectionId, documentId].filter((id) => id !== null);
  if (named.length === 0) return "NONE";
  if (named.length > 1) return null;
  if (meetingId !== null) {
    const found = await tx.meeting.findFirst({
      where: { committeeId, id: meetingId, OR: [{ branchId }, ...(canReadBodyMeetings(actor) ? [ofBody] : [])] },
      select: { body: true, heldOn: true, items: { orderBy: { position: "asc" }, select: { title: true } } },
    });
    if (!found) return null;
    const heldOn = fromDbDate(found.heldOn);
    const agenda = found.items.map((item) => item.title);
    return { on: heldOn, name: typedForm(heldOn), agenda, isOfBody: found.body !== null };
  }
  if (difficultyId !== null) {
    const found = await tx.difficulty.findFirst({
      where: { committeeId, id: difficultyId, branchId },
      select: { raisedOn: true, title: true },
    });
    return found && { ...ofNoMeeting, on: fromDbDate(found.raisedOn), name: found.title };
  }
  if (documentId !== null) {
    const isForIt = [{ audience: "ALL_BRANCHES" as const }, { branches: { some: { branchId } } }];
    const found = await tx.partyDocument.findFirst({
      where: { AND: [getDocumentScope(actor), { id: documentId, annulledOn: null, OR: isForIt }] },
      select: { issuedOn: true, number: true, sign: true },
    });
    return found && { ...ofNoMeeting, on: fromDbDate(found.issuedOn), name: numberAndSign(found) };
  }
  const subject = { OR: [{ branchId }, { member: { memberships: { some: { AND: [{ branchId }, inForce(on)] } } } }] };
  const found = await tx.inspection.findFirst({
    where: {
      AND: [
        { committeeId, id: inspectionId ?? "" },
        { state: "CONCLUDED", subjects: { some: subject } },
        listScope(actor),
      ],
    },
    select: { concludedOn: true, title: true },
  });
  if (!found?.concludedOn) return null;
  return { ...ofNoMeeting, on: fromDbDate(found.concludedOn), name: found.title };
}

const ofBody = { branchId: null };
const ofNoMeeting = { agenda: [], isOfBody: false };

/** The branches that a task from that concluded inspection may be for: those inspected, and those of today of the members inspected; none where the actor does not read it as concluded. */
export async function listInspectedBranches(tx: Tx, actor: Actor, inspectionId: string): Promise<string[]> {
  const found = await tx.inspection.findFirst({
    where: { AND: [{ committeeId: actor.committeeId, id: inspectionId }, { state: "CONCLUDED" }, listScope(actor)] },
    select: {
      subjects: {
        select: {
          branchId: true,
          member: { select: { memberships: { where: inForce(actor.today), select: { branchId: true } } } },
        },
      },
    },
  });
  const subjects = found?.subjects ?? [];
  return subjects.flatMap(({ branchId, member }) => [
    ...(branchId === null ? [] : [branchId]),
    ...(member?.memberships ?? []).map((one) => one.branchId),
  ]);
}

/** The branches that a paper is for: all, or those named as far as the actor reads it; none where it is annulled or not to be read. */
export async function listAddressedBranches(
  tx: Tx,
  actor: Actor,
  documentId: string,
): Promise<readonly string[] | "ALL"> {
  const found = await tx.partyDocument.findFirst({
    where: { AND: [getDocumentScope(actor), { id: documentId, annulledOn: null }] },
    select: { audience: true, branches: { select: { branchId: true } } },
  });
  if (found?.audience === "ALL_BRANCHES") return "ALL";
  return (found?.branches ?? []).map(({ branchId }) => branchId);
}
