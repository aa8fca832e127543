import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type AuditChange, type AuditValues, changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { addDays, type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { canKeepMeetingDay, canReadMeetingDay } from "@/lib/features/meetings/policy";
import { meetingDayObstacle } from "@/lib/features/meetings/rules/meeting-day";
import { type FixMeetingDayInput, typedDate } from "@/lib/features/meetings/schema/meeting-day";

type Times = Omit<FixMeetingDayInput, "branchId" | "version" | "startsOn">;
type Latest = Times & { readonly id: string; readonly version: number; readonly startsOn: Day };

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
    const { tx, actor, audit } = context;
    const { branchId, version, startsOn, ...times } = input;
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
    const latest = row ? { ...row, startsOn: fromDbDate(row.startsOn) } : null;
    requireNoObstacle(meetingDayObstacle(input, { branch: withPeriod(branch), latest }));
    if ((latest?.version ?? 0) !== version) throw new DomainError("CONFLICT", "refusals.conflict");
    const changes =
      latest?.startsOn === startsOn
        ? await putRight(context, latest, times)
        : await beginAnew(context, latest, { branchId, startsOn, times });
    audit({
      type: "meetingDay.fixed",
      subject: { kind: "branch", id: branchId, name: branch.name },
      branchId,
      params: { startsOn },
      changes,
    });
    return { id: branchId };
  });
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
  if (latest) await write(context, latest, { endsOn: toDbDate(startsOn) });
  const record = { committeeId: actor.committeeId, id: randomUUID(), version: (latest?.version ?? 0) + 1 };
  const data = { ...record, branchId, startsOn: toDbDate(startsOn), ...times };
  await tx.meetingDay.create({ data, select: { id: true } });
  const begun = { record: "MeetingDay", recordId: record.id, before: null, after: { startsOn, ...valuesOf(times) } };
  if (!latest) return [begun];
  const ended = { record: "MeetingDay", recordId: latest.id, before: { lastDay: null } };
  return [begun, { ...ended, after: { lastDay: addDays(startsOn, -1) } }];
}

async function write({ tx, actor }: CommandContext, { id, version }: Latest, data: Times | { endsOn: Date }) {
  const written = await tx.meetingDay.updateMany({
    where: { committeeId: actor.committeeId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
