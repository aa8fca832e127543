import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type FormSending, runCommand } from "@/lib/core/command";
import { parseDay } from "@/lib/core/day";
import { env } from "@/lib/core/env";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { newSerial } from "@/lib/core/files/table-file";
import { canExportSensitive } from "@/lib/features/members/policy";
import { countRegistered } from "@/lib/features/members/queries/count-registered";
import { countWholeFilesToday } from "@/lib/features/members/queries/count-whole-files";
import { listMembers } from "@/lib/features/members/queries/list-members";
import { narrowing } from "@/lib/features/members/rules/file-table";
import { isWholeRegister, purposeObstacle, wholeFilesObstacle } from "@/lib/features/members/rules/files";
import type { OrderMembersFileInput } from "@/lib/features/members/schema";

/**
 * Orders a file of members that may hold sensitive columns, with its purpose; who ordered it can fetch it for a short time.
 * Refuses who may not take such data away (FORBIDDEN), a purpose that says nothing, and more whole registers in a day than
 * one person needs (RULE). Asks for the password again.
 */
export async function orderMembersFile(
  actor: Actor,
  input: OrderMembersFileInput,
  sending: FormSending = {},
): Promise<{ id: string }> {
  authorize(canExportSensitive(actor));
  const parsed = parseDay(input.filters.on);
  const on = parsed.kind === "day" ? parsed.day : actor.today;
  const { rows, total } = await listMembers(actor, input.filters, on, { page: 1, size: 1 });
  const isWhole = isWholeRegister(total, await countRegistered(actor, on));

  return runCommand(actor, { command: "orderMembersFile", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    authorize(canExportSensitive(actor));
    requireNoObstacle(purposeObstacle(input.purpose));
    if (isWhole) requireNoObstacle(wholeFilesObstacle(await countWholeFilesToday(tx), env().WHOLE_FILES_PER_DAY));
    await requireRecentPassword(context);

    const { purpose, columns } = input;
    const order = { id: randomUUID(), columns, purpose, rowCount: total, isWhole, serial: newSerial() };
    await tx.exportOrder.createMany({
      data: [
        {
          committeeId: actor.committeeId,
          accountId: actor.accountId ?? "",
          filters: { ...input.filters, on },
          ...order,
        },
      ],
    });
    const after = {
      serial: order.serial,
      columns: columns.join(", "),
      ...narrowing(input.filters, rows),
      on,
      rows: total,
    };
    audit({
      type: "membersFile.ordered",
      subject: { kind: "exportOrder", id: order.id, name: order.serial },
      params: after,
      reason: purpose,
      changes: [{ record: "ExportOrder", recordId: order.id, before: null, after }],
    });
    return { id: order.id };
  });
}
