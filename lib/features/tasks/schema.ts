import { z } from "zod";
import { TaskStepKind } from "@/lib/core/db/generated/enums";
import {
  count,
  dayField,
  id,
  note,
  optionalChoice,
  optionalId,
  optionalNote,
  optionalText,
  text,
  version,
} from "@/lib/core/fields";

/** Without a member the branch as a whole does it; of the four sources at most one. */
export const giveTaskInput = z.strictObject({
  branchId: id(),
  memberId: optionalId(),
  title: text(),
  text: optionalNote(5000),
  givenOn: dayField(),
  deadlineOn: dayField(),
  meetingId: optionalId(),
  agendaItem: optionalText(300),
  difficultyId: optionalId(),
  inspectionId: optionalId(),
  documentId: optionalId(),
});
export type GiveTaskInput = z.output<typeof giveTaskInput>;

/** How many files show at most what was done of one task. */
export const MOST_EVIDENCE = 12;

/** A file as the route that counts its bytes hands it over. */
export const attachEvidenceInput = z.strictObject({
  taskId: z.uuid(),
  name: z.string().max(1000),
  bytes: z.instanceof(Uint8Array),
});
export type AttachEvidenceInput = z.output<typeof attachEvidenceInput>;

export const removeEvidenceInput = z.strictObject({ id: id() });
export type RemoveEvidenceInput = z.output<typeof removeEvidenceInput>;

const step = { id: id(), version: version(), takenOn: dayField(), text: note(5000) };

/** What was done, why it was not, or why it is accepted, returned or called off. */
export const taskStepInput = z.strictObject(step);
export type TaskStepInput = z.output<typeof taskStepInput>;

export const moveTaskDeadlineInput = z.strictObject({ ...step, deadlineOn: dayField() });
export type MoveTaskDeadlineInput = z.output<typeof moveTaskDeadlineInput>;

/** What a branch can find of a task in a meeting. */
export const judgements = {
  REPORTED_DONE: TaskStepKind.REPORTED_DONE,
  REPORTED_NOT_DONE: TaskStepKind.REPORTED_NOT_DONE,
} as const;
export type Judgement = keyof typeof judgements;

/** What the branch found of one task, with what was done or the cause. */
export type JudgedTask = { readonly taskId: string; readonly judgement: Judgement; readonly text: string };

/** The tasks judged in one meeting, as the command takes them. */
export type JudgeTasksInput = {
  readonly id: string;
  readonly version: number;
  readonly entries: readonly JudgedTask[];
};

const meeting = z.looseObject({ id: id(), version: version() });
const LINE = /^(at|why)-([0-9a-f-]{36})$/;

/**
 * The judgements as the form sends them: per task `at-<task>`, empty where it is not judged, and `why-<task>` with what was done or
 * the cause; neither goes without the other. Any other control is refused.
 */
export const judgeTasksInput = meeting.transform((typed, context): JudgeTasksInput => {
  const { id: meetingId, version: meetingVersion, ...controls } = typed;
  const lines = new Map<string, { at?: unknown; why?: unknown }>();
  for (const [control, value] of Object.entries(controls)) {
    const [, part, taskId] = LINE.exec(control) ?? [];
    if (taskId === undefined) context.addIssue({ code: "custom", message: "refusals.unknownField" });
    else lines.set(taskId, { ...lines.get(taskId), [part === "at" ? "at" : "why"]: value });
  }
  const entries = [...lines].flatMap(([taskId, { at, why }]): JudgedTask[] => {
    const judged = optionalChoice(judgements).safeParse(at);
    const said = optionalText(500).safeParse(why);
    const refused = judged.success ? said : judged;
    if (!judged.success || !said.success) {
      const message = refused.error?.issues[0]?.message ?? "refusals.fillIn";
      context.addIssue({ code: "custom", message, path: [`${judged.success ? "why" : "at"}-${taskId}`] });
      return [];
    }
    if (judged.data !== null && said.data !== null) {
      return [{ taskId, judgement: judged.data, text: said.data }];
    }
    if (judged.data !== null) {
      context.addIssue({ code: "custom", message: "tasks.errors.noWords", path: [`why-${taskId}`] });
    }
    if (said.data !== null) {
      context.addIssue({ code: "custom", message: "tasks.errors.noJudgement", path: [`at-${taskId}`] });
    }
    return [];
  });
  const isEmpty = entries.length === 0 && context.issues.length === 0;
  if (isEmpty) context.addIssue({ code: "custom", message: "tasks.errors.nothingJudged" });
  return { id: meetingId, version: meetingVersion, entries };
});

/** Where a task stands on a day; the first three are open. */
export const taskStandings = ["IN_HAND", "OVERDUE", "REPORTED", "DONE_IN_TIME", "DONE_LATE", "CALLED_OFF"] as const;
export type TaskStanding = (typeof taskStandings)[number];

/** What a task comes from; NONE is the giver's own. */
export const taskSources = ["MEETING", "BODY_MEETING", "DIFFICULTY", "DOCUMENT", "INSPECTION", "NONE"] as const;
export type TaskSource = (typeof taskSources)[number];

/** What lists are narrowed to; what cannot be read narrows nothing. Year and month are the deadline's; without a year the open tasks of all years. */
export const taskFilter = z.object({
  year: count(1930, 2199).nullable().catch(null),
  month: count(1, 12).nullable().catch(null),
  branch: z.uuid().nullable().catch(null),
  person: z.uuid().nullable().catch(null),
  source: z.enum(taskSources).nullable().catch(null),
  standing: z.enum(taskStandings).nullable().catch(null),
});
export type TaskFilter = z.output<typeof taskFilter>;

/** The steps that have a form of their own, by the last part of its address. */
export const stepNames = ["done", "not-done", "accept", "return", "deadline", "call-off"] as const;
export type StepName = (typeof stepNames)[number];
