import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type AuditChange, type AuditValues, changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { addDays, type Day, toDbDate } from "@/lib/core/day";
import { type Interval, lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { periodOf, withPeriod } from "@/lib/core/period";
import { canKeepMeetingDay, canReadMeetingDay } from "@/lib/features/meetings/policy";
import { meetingDayEndObstacle, meetingDayObstacle } from "@/lib/features/meetings/rules/meeting-day";
import {
  type EndMeetingDayInput,
  type FixMeetingDayInput,
  typedDate,
} from "@/lib/features/meetings/schema/meeting-day";

type Times = Omit<FixMeetingDayInput, "branchId" | "version" | "startsOn">;
type Latest = Times & Interval & { readonly id: string; readonly version: number };

function valuesOf({ monthDay, startTime, place, seasonFrom, seasonTo, seasonTime }: Times): AuditValues {
  const season = {
    seasonFrom: seasonFrom && typedDate(seasonFrom),
    seasonTo: seasonTo && typedDate(seasonTo),
    seasonTime,
  };
  return { monthDay: monthDay ?? "LAST_DAY", startTime, place, ...season };
}

/**
 * Fixes when and where a branch meets from a day on, which ends the rule in force the day before; on the first day of the latest
 * rule it puts that one right. Refuses a branch that the actor does not read (NOT_FOUND) or keep (FORBIDDEN), days and seasons that
 * cannot be (RULE), and an older version (CONFLICT).
 */
export function fixMeetingDay(actor: Actor, input: FixMeetingDayInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "fixMeetingDay", input, ...sending }, async (context) => {
    const { branchId, version, startsOn, ...times } = input;
    const { branch, latest } = await loadMeetingDay(context, branchId);
    requireNoObstacle(meetingDayObstacle(input, { branch, latest }));
    if ((latest?.version ?? 0) !== version) throw new DomainError("CONFLICT", "refusals.conflict");
    const changes =
      latest?.startsOn === startsOn
        ? await putRight(context, latest, times)
        : await beginAnew(context, latest, { branchId, startsOn, times });
    context.audit({
      type: "meetingDay.fixed",
      subject: { kind: "branch", id: branchId, name: branch.name },
      branchId,
      params: { startsOn },
      changes,
    });
    return { id: branchId };
  });
}

/**
 * Ends the fixed meeting day of a branch with a day, without another one in its place. Refuses a branch that the actor does not read
 * (NOT_FOUND) or keep (FORBIDDEN), where none is open or it begins after that day (RULE), and an older version (CONFLICT).
 */
export function endMeetingDay(actor: Actor, input: EndMeetingDayInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endMeetingDay", input, ...sending }, async (context) => {
    const { branchId, version, lastDay } = input;
    const { branch, latest } = await loadMeetingDay(context, branchId);
    if ((latest?.version ?? 0) !== version) throw new DomainError("CONFLICT", "refusals.conflict");
    requireNoObstacle(meetingDayEndObstacle(lastDay, latest));
    if (!latest) throw notFound();
    await write(context, latest, { endsOn: toDbDate(addDays(lastDay, 1)) });
    context.audit({
      type: "meetingDay.ended",
      subject: { kind: "branch", id: branchId, name: branch.name },
      branchId,
      changes: [{ record: "MeetingDay", recordId: latest.id, before: { lastDay: null }, after: { lastDay } }],
    });
    return { id: branchId };
  });
}

/* The branch with its latest rule, for who keeps it. */
async function loadMeetingDay({ tx, actor }: CommandContext, branchId: string) {
  if (!canReadMeetingDay(actor, branchId)) throw notFound();
  const branch = await tx.branch.findFirst({
    where: { committeeId: actor.committeeId, id: branchId },
    select: {
      ...{ name: true, startsOn: true, endsOn: true },
      meetingDays: { orderBy: { startsOn: "desc" }, take: 1 },
    },
  });
  if (!branch) throw notFound();
  authorize(canKeepMeetingDay(actor, branchId));
  const [row] = branch.meetingDays;
  return { branch: { name: branch.name, ...periodOf(branch) }, latest: row ? withPeriod(row) : null };
}

async function putRight(context: CommandContext, latest: Latest, times: Times): Promise<AuditChange[]> {
  await write(context, latest, times);
  const change = changedValues(valuesOf(latest), valuesOf(times));
  return change ? [{ record: "MeetingDay", recordId: latest.id, ...change }] : [];
}

type Begun = { readonly branchId: string; readonly startsOn: Day; readonly times: Times };

/* The versions of one branch's rules go on from one rule to the next, so that a form knows whether anything has changed. */
async function beginAnew(
  context: CommandContext,
  latest: Latest | null,
  { branchId, startsOn, times }: Begun,
): Promise<AuditChange[]> {
  const { tx, actor } = context;
  const isCut = latest !== null && (latest.endsOn === null || latest.endsOn > startsOn);
  if (isCut) await write(context, latest, { endsOn: toDbDate(startsOn) });
  const record = { committeeId: actor.committeeId, id: randomUUID(), version: (latest?.version ?? 0) + 1 };
  const data = { ...record, branchId, startsOn: toDbDate(startsOn), ...times };
  await tx.meetingDay.create({ data, select: { id: true } });
  const begun = { record: "MeetingDay", recordId: record.id, before: null, after: { startsOn, ...valuesOf(times) } };
  if (!isCut) return [begun];
  const ended = { record: "MeetingDay", recordId: latest.id, before: { lastDay: lastDayOf(latest) } };
  return [begun, { ...ended, after: { lastDay: addDays(startsOn, -1) } }];
}

async function write({ tx, actor }: CommandContext, { id, version }: Latest, data: Times | { endsOn: Date }) {
  const written = await tx.meetingDay.updateMany({
    where: { committeeId: actor.committeeId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
