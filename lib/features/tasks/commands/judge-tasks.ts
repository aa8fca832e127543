import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { type LoadedMeeting, loadBranchMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { draftObstacle } from "@/lib/features/meetings/rules";
import { loadTask, takeStep } from "@/lib/features/tasks/commands/take-step";
import { canReportTask } from "@/lib/features/tasks/policy";
import { judgeObstacle } from "@/lib/features/tasks/rules/judgement";
import type { JudgedTask, JudgeTasksInput } from "@/lib/features/tasks/schema";

/**
 * Writes what a branch found in a meeting of the tasks carried over to it, each as a step of its task: done closes the branch's own
 * and reports the committee's, not done leaves it to be done with its cause. Refuses a meeting that the actor does not read or a
 * task that is not of its branch (NOT_FOUND), who does not keep the minutes (FORBIDDEN), minutes that have been sent, a meeting to
 * come, a task that was not carried over to it or is judged already (RULE), and an older version of the minutes or of a task (CONFLICT).
 */
export function judgeTasks(actor: Actor, input: JudgeTasksInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "judgeTasks", input, ...sending }, async (context) => {
    const meeting = await loadBranchMeeting(context, input.id);
    authorize(canReportTask(context.actor, meeting.branchId));
    requireNoObstacle(draftObstacle(meeting.state));
    const { committeeId } = context.actor;
    const written = await context.tx.meeting.updateMany({
      where: { committeeId, id: meeting.id, version: input.version, state: "DRAFT" },
      data: { version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const changes: AuditChange[] = [];
    for (const entry of input.entries) changes.push(await judge(context, meeting, entry));
    context.audit({
      type: "meeting.tasksJudged",
      ...subjectOf(meeting),
      params: { count: input.entries.length },
      changes,
    });
    return { id: meeting.id };
  });
}

async function judge(context: CommandContext, meeting: LoadedMeeting, { taskId, judgement, text }: JudgedTask) {
  const { tx, actor, today } = context;
  const task = await loadTask(context, taskId);
  if (task.branchId !== meeting.branchId) throw notFound();
  const judged = await tx.taskStep.count({ where: { committeeId: actor.committeeId, taskId, meetingId: meeting.id } });
  requireNoObstacle(judgeObstacle({ ...task, isJudged: judged > 0 }, meeting, today));
  const step = { id: taskId, version: task.version, takenOn: meeting.heldOn, text, meetingId: meeting.id };
  return takeStep(context, task, { ...step, kind: judgement });
}
