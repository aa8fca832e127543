import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { canCloseRoll } from "@/lib/features/reports/policy";
import { listStays } from "@/lib/features/reports/queries/list-stays";
import { closingObstacle, entriesOf } from "@/lib/features/reports/rules";
import type { CloseRollInput } from "@/lib/features/reports/schema";

/**
 * Closes the table of rises and falls of a quarter or a year: keeps who stands in which column, for good. What the register is
 * corrected to afterwards shows beside it as an adjustment. Refuses a period that is neither, is not over or is closed (RULE).
 */
export function closeRoll(actor: Actor, input: CloseRollInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "closeRoll", input, ...sending }, async ({ tx, actor, today, audit }) => {
    authorize(canCloseRoll(actor));
    const { committeeId } = actor;
    const { from, to } = input;
    requireNoObstacle(closingObstacle(input, today));
    const period = { firstOn: toDbDate(from), lastOn: toDbDate(to) };
    const earlier = await tx.rollClosing.findFirst({ where: { committeeId, ...period }, select: { id: true } });
    if (earlier) throw new DomainError("RULE", "reports.errors.closed");

    const id = randomUUID();
    await tx.rollClosing.create({
      data: { committeeId, id, ...period, closedByName: actor.displayName },
      select: { id: true },
    });
    const entries = entriesOf(await listStays(tx, input), input);
    await tx.rollClosingEntry.createMany({
      data: entries.map((entry, position) => ({ committeeId, closingId: id, position, ...entry })),
    });
    const count = (column: string) => entries.filter((entry) => entry.column === column).length;
    audit({
      type: "roll.closed",
      subject: { kind: "committee", id: committeeId, name: null },
      params: { from, to, opening: count("opening"), closing: count("closing") },
      changes: [],
    });
    return { id };
  });
}
