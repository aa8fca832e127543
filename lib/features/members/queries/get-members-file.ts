import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import type { Day } from "@/lib/core/day";
import { env } from "@/lib/core/env";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { newSerial, type TableFile } from "@/lib/core/files/table-file";
import { readAndLog } from "@/lib/core/query";
import { visibleForExport } from "@/lib/features/members/policy";
import { countRegistered } from "@/lib/features/members/queries/count-registered";
import { countWholeFilesToday } from "@/lib/features/members/queries/count-whole-files";
import { listPlainMembers, type MemberFilters } from "@/lib/features/members/queries/list-members";
import { type MemberFileWords, membersTable, narrowing } from "@/lib/features/members/rules/file-table";
import { isWholeRegister, wholeFilesObstacle } from "@/lib/features/members/rules/files";
import { memberFileColumns } from "@/lib/features/members/schema";

/**
 * The list of members as a file, with the filters and the order of the screen, of the branches the reader may take away.
 * Nothing sensitive is in it, nor what a sensitive filter would tell: such a file is ordered (`orderMembersFile`). Refuses
 * with FORBIDDEN who may only look, with RULE a sensitive filter and more whole registers in a day than one person needs.
 * Every file leaves a row in the access log.
 */
export async function getMembersFile(
  actor: Actor,
  filters: MemberFilters,
  on: Day,
  of: { format: "xlsx" | "csv"; words: MemberFileWords },
): Promise<TableFile> {
  const allowed = visibleForExport(actor);
  authorize(allowed.all || allowed.branchIds.length > 0);
  const listed = await listPlainMembers(actor, filters, on);
  const rows = listed.filter((row) => allowed.all || allowed.branchIds.includes(row.branchId));
  const columns = memberFileColumns.filter((column) => column !== "ethnicity");
  const narrowed = narrowing(filters, rows);
  const registered = Object.keys(narrowed).length === 0 ? rows.length : await countRegistered(actor, on);
  const whole = allowed.all && isWholeRegister(rows.length, registered);
  const serial = newSerial();
  await readAndLog(actor, async (tx) => {
    if (whole) requireNoObstacle(wholeFilesObstacle(await countWholeFilesToday(tx), env().WHOLE_FILES_PER_DAY));
    const { format } = of;
    const params = {
      format,
      rows: rows.length,
      on,
      serial,
      columns: columns.join(", "),
      ...narrowed,
      whole,
    };
    await logAccess(tx, actor, { type: "members.exported", memberIds: rows.map(({ id }) => id), params });
  });
  return membersTable(rows, { columns, serial, on, filters, purpose: null }, of.words);
}
