import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { env } from "@/lib/core/env";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import { newSerial } from "@/lib/core/files/table-file";
import type { BookColumn } from "@/lib/core/files/template-file";
import { inForce } from "@/lib/core/period";
import { readAndLog } from "@/lib/core/query";
import { canTakeBook } from "@/lib/features/imports/policy";
import { getImporter } from "@/lib/features/imports/queries/judged-lines";
import { type BookWords, bookAccess, bookChoices, bookFields, bookRow } from "@/lib/features/imports/rules/book";
import { countRegistered } from "@/lib/features/members/queries/count-registered";
import { countWholeFilesToday } from "@/lib/features/members/queries/count-whole-files";
import { listMembersInFull } from "@/lib/features/members/queries/known-members";
import { isWholeRegister, wholeFilesObstacle } from "@/lib/features/members/rules/files";

/** The book of a branch, ready to be written. */
export type BranchBook = { readonly columns: readonly BookColumn[]; readonly rows: readonly (string | null)[][] };

/**
 * The members of a branch today, by given name, for a book that is edited and brought back. Leaves a row in the access log.
 * Refuses a branch that is not there or not the reader's to keep (NOT_FOUND), and more whole registers
 * in a day than one person needs (RULE).
 */
export async function getBranchBook(actor: Actor, branchId: string, words: BookWords): Promise<BranchBook> {
  if (!canTakeBook(actor, branchId)) throw notFound();
  const registered = await countRegistered(actor, actor.today);
  return readAndLog(actor, async (tx) => {
    const { committeeId, today } = actor;
    const branch = await tx.branch.findFirst({
      where: { AND: [{ committeeId, id: branchId }, inForce(today)] },
      select: { name: true },
    });
    if (!branch) throw notFound();
    const stays = await tx.membership.findMany({
      where: { AND: [{ committeeId, branchId, kind: "OFFICIAL" }, inForce(today)] },
      orderBy: [{ member: { sortKey: "asc" } }, { memberId: "asc" }],
      select: { memberId: true },
    });
    const whole = isWholeRegister(stays.length, registered);
    if (whole) requireNoObstacle(wholeFilesObstacle(await countWholeFilesToday(tx), env().WHOLE_FILES_PER_DAY));
    const fields = bookFields(getImporter(actor).kind);
    const known = await listMembersInFull(
      tx,
      actor,
      stays.map(({ memberId }) => memberId),
    );
    const byId = new Map(known.map((member) => [member.id, member]));
    const members = stays.flatMap(({ memberId }) => byId.get(memberId) ?? []);
    const columns = fields.join(", ");
    const params = {
      format: "xlsx",
      rows: members.length,
      on: today,
      serial: newSerial(),
      columns,
      branch: branch.name,
    };
    await logAccess(tx, actor, {
      type: "members.exported",
      memberIds: members.map(({ id }) => id),
      params: { ...params, whole },
    });
    return {
      columns: fields.map((field) => ({
        head: words.heads[field],
        access: bookAccess(field),
        choices: bookChoices(field, words),
      })),
      rows: members.map((member) => bookRow(member, fields, words)),
    };
  });
}
