import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { type Day, day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import type { TableFile } from "@/lib/core/files/table-file";
import { readAndLog } from "@/lib/core/query";
import { canExportSensitive } from "@/lib/features/members/policy";
import { listAllMembers } from "@/lib/features/members/queries/list-members";
import { type MemberFileWords, membersTable, narrowing } from "@/lib/features/members/rules/file-table";
import { type MemberFileColumn, memberFileColumns, memberListInput } from "@/lib/features/members/schema";

/** How long an ordered file can be fetched, in minutes. */
export const FETCH_MINUTES = 10;

/** A file that the actor ordered, as its page shows it. */
export type OrderedFile = {
  readonly id: string;
  readonly serial: string;
  readonly purpose: string;
  readonly columns: readonly MemberFileColumn[];
  readonly rowCount: number;
  readonly on: Day;
  /** The year whose ratings are in it; null where it follows from the day. */
  readonly year: number | null;
  /** The branch that it is narrowed to, by id. */
  readonly branch: string | null;
  readonly canFetch: boolean;
};

async function load(tx: Tx, actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const [order] = await tx.$queryRaw<Stored[]>`
    SELECT id, serial, purpose, columns, filters, "rowCount", "isWhole",
        "orderedAt" > now() - make_interval(mins => ${FETCH_MINUTES}) AS "canFetch"
      FROM "ExportOrder" WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ${id}::uuid AND document IS NULL`;
  if (!order) throw notFound();
  const filters = memberListInput.parse(order.filters);
  const columns = memberFileColumns.filter((column) => order.columns.includes(column));
  return { ...order, filters, columns, on: day(filters.on), year: filters.year };
}

type Stored = Omit<OrderedFile, "columns" | "on" | "year"> & { columns: string[]; filters: unknown; isWhole: boolean };

/** The order, for the page that hands the file out; NOT_FOUND for everybody but who ordered it. */
export async function getOrderedFile(actor: Actor, id: string): Promise<OrderedFile> {
  const { filters, isWhole: _isWhole, ...order } = await readAndLog(actor, (tx) => load(tx, actor, id));
  return { ...order, branch: filters.branch };
}

/**
 * The ordered file itself, for as long as it can be fetched (else RULE), with the rights the actor has now. Each fetching
 * leaves a row in the access log with the purpose.
 */
export async function getOrderedTable(
  actor: Actor,
  id: string,
  words: MemberFileWords,
): Promise<TableFile & { on: Day }> {
  authorize(canExportSensitive(actor));
  const order = await readAndLog(actor, (tx) => load(tx, actor, id));
  if (!order.canFetch) throw new DomainError("RULE", "exports.errors.orderExpired", { minutes: FETCH_MINUTES });
  const { filters, columns, serial, purpose, on, isWhole } = order;
  const rows = await listAllMembers(actor, filters, on);
  await readAndLog(actor, (tx) =>
    logAccess(tx, actor, {
      type: "members.exported",
      subjectId: id,
      memberIds: rows.map((row) => row.id),
      params: {
        format: "xlsx",
        rows: rows.length,
        on,
        serial,
        columns: columns.join(", "),
        ...narrowing(filters, rows),
        whole: isWhole,
        purpose,
      },
    }),
  );
  return { ...membersTable(rows, { columns, serial, on, filters, purpose }, words), on };
}
