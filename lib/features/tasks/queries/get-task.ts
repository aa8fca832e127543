import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { TaskGiver, TaskState, TaskStepKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";
import { findIsOwnCase } from "@/lib/features/inspections/queries/own-cases";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import { numberAndSign } from "@/lib/features/party-documents/rules/number";
import { canAcceptTask, canReadTasks, canReportTask, canSettleTask } from "@/lib/features/tasks/policy";
import { evidenceObstacle, removalObstacle } from "@/lib/features/tasks/rules/evidence";
import { daysOverdue, kindObstacle, sourceOf, standingOn } from "@/lib/features/tasks/rules/task";
import type { StepName, TaskSource, TaskStanding } from "@/lib/features/tasks/schema";

/** One step of a task; `deadlineOn` is the deadline it set, `meeting` the one in which the branch judged. */
export type TaskStepView = {
  readonly id: string;
  readonly kind: TaskStepKind;
  readonly takenOn: Day;
  readonly text: string;
  readonly deadlineOn: Day | null;
  readonly recordedBy: string;
  readonly meeting: { readonly id: string; readonly heldOn: Day } | null;
};

/** A task with its steps, newest first. What it comes from is named for who reads that record too. */
export type TaskView = {
  readonly id: string;
  readonly branchId: string;
  readonly branch: string;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly giver: TaskGiver;
  readonly title: string;
  readonly text: string | null;
  readonly givenOn: Day;
  readonly deadlineOn: Day;
  readonly doneOn: Day | null;
  readonly recordedBy: string;
  readonly source: TaskSource;
  readonly agendaItem: string | null;
  readonly meeting: { readonly id: string; readonly heldOn: Day } | null;
  readonly difficulty: { readonly id: string; readonly title: string } | null;
  readonly inspection: { readonly id: string; readonly title: string } | null;
  /** A paper with number and sign, for who reads it. */
  readonly document: { readonly id: string; readonly name: string } | null;
  readonly state: TaskState;
  readonly standing: TaskStanding;
  readonly daysOverdue: number;
  readonly version: number;
  readonly steps: readonly TaskStepView[];
  readonly can: Readonly<Record<StepName | "readBranch" | "addEvidence" | "removeEvidence", boolean>>;
};

const meetingFacts = { select: { id: true, heldOn: true } } as const;

/** One task. Refuses with NOT_FOUND one that is neither of a branch that the reader sees, nor the reader's own to do, nor of an own case. */
export async function getTask(actor: Actor, id: string): Promise<TaskView> {
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => {
    const found = await tx.task.findFirst({
      where: { committeeId, id },
      relationLoadStrategy: "join",
      include: {
        branch: { select: { name: true } },
        meeting: meetingFacts,
        difficulty: { select: { id: true, title: true } },
        steps: { orderBy: [{ takenOn: "desc" }, { recordedAt: "desc" }], include: { meeting: meetingFacts } },
      },
    });
    if (!found) throw notFound();
    const readBranch = canReadTasks(actor, found.branchId);
    const isOfOwnCase = await findIsOwnCase(tx, actor, found.inspectionId);
    if (!readBranch && !isOfOwnCase && (found.memberId === null || found.memberId !== actor.memberId)) throw notFound();
    const { inspectionId, documentId } = found;
    const document =
      documentId &&
      (await tx.partyDocument.findFirst({
        where: { AND: [getDocumentScope(actor), { id: documentId }] },
        select: { id: true, number: true, sign: true },
      }));
    const inspection =
      inspectionId &&
      (await tx.inspection.findFirst({
        where: { AND: [{ id: inspectionId }, listScope(actor)] },
        select: { id: true, title: true },
      }));
    const days = { state: found.state, deadlineOn: fromDbDate(found.deadlineOn), doneOn: fromDbDate(found.doneOn) };
    const follows = (kind: TaskStepKind) => kindObstacle(found.state, kind) === null;
    const reports = canReportTask(actor, found.branchId);
    const hands = { ...found, isOfOwnCase };
    const settles = canSettleTask(actor, hands);
    const { branchId, memberId, memberName, giver, title, text, recordedBy, agendaItem, difficulty, version } = found;
    return {
      ...{ id, branchId, branch: found.branch.name, memberId, memberName, giver, title, text, recordedBy, version },
      ...{ source: sourceOf(found), agendaItem, difficulty, inspection: inspection || null, ...days },
      document: document ? { id: document.id, name: numberAndSign(document) } : null,
      meeting: meetingOf(found),
      givenOn: fromDbDate(found.givenOn),
      standing: standingOn(days, today),
      daysOverdue: daysOverdue(days, today),
      steps: found.steps.map((step) => ({
        ...{ id: step.id, kind: step.kind, text: step.text, recordedBy: step.recordedBy, meeting: meetingOf(step) },
        takenOn: fromDbDate(step.takenOn),
        deadlineOn: fromDbDate(step.deadlineOn),
      })),
      can: {
        done: reports && follows("REPORTED_DONE"),
        "not-done": reports && follows("REPORTED_NOT_DONE"),
        accept: canAcceptTask(actor, hands) && follows("ACCEPTED"),
        return: settles && follows("RETURNED"),
        deadline: settles && follows("DEADLINE_MOVED"),
        "call-off": settles && follows("CALLED_OFF"),
        readBranch,
        addEvidence: reports && evidenceObstacle(found.state) === null,
        removeEvidence: reports && removalObstacle(found.state) === null,
      },
    };
  });
}

function meetingOf({ meeting }: { meeting: { id: string; heldOn: Date } | null }) {
  return meeting && { id: meeting.id, heldOn: fromDbDate(meeting.heldOn) };
}
