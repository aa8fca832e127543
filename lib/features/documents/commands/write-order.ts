import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditValues } from "@/lib/core/audit";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import type { CommandContext } from "@/lib/core/command";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { newSerial } from "@/lib/core/files/table-file";

/** A document to be ordered: which one, of whom, and for what. */
export type NewOrder = {
  readonly document: DocumentKind;
  readonly filters: Record<string, string | null>;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly isWhole: boolean;
  readonly purpose: string;
  readonly told: AuditValues;
};

/** Asks for the password again, writes the order and names its event; the document itself is made when it is fetched. */
export async function writeOrder(context: CommandContext, order: NewOrder): Promise<{ id: string }> {
  const { tx, actor, audit } = context;
  await requireRecentPassword(context);
  const { document, filters, columns, rows, isWhole, purpose } = order;
  const [id, serial] = [randomUUID(), newSerial()];
  await tx.exportOrder.createMany({
    data: [
      {
        committeeId: actor.committeeId,
        id,
        accountId: actor.accountId ?? "",
        document,
        filters,
        columns: [...columns],
        purpose,
        rowCount: rows,
        isWhole,
        serial,
      },
    ],
  });
  const after = { documentKind: document, serial, columns: columns.join(", "), rows, ...order.told };
  audit({
    type: "documentFile.ordered",
    subject: { kind: "exportOrder", id, name: serial },
    params: after,
    reason: purpose,
    changes: [{ record: "ExportOrder", recordId: id, before: null, after }],
  });
  return { id };
}
