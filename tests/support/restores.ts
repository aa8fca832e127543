import { randomUUID } from "node:crypto";
import { ownerRows } from "./register";

/** What a restore leaves behind in a register, as the restore itself writes it: a state that waits for a leader. */
export async function plantRestore(committeeId: string, auditSeq = 0): Promise<string> {
  const id = randomUUID();
  await ownerRows(
    `INSERT INTO "Restore" ("committeeId", id, kind, "takenAt", "restoredBy", "keptAs", "auditSeq", "auditHash", "beforeSeq", "beforeHash")
     VALUES ($1, $2, 'PHYSICAL', now() - interval '1 day', 'root@maychu', 'before-restore-1', $3, '\\x00', $3::bigint + 3, '\\x01')`,
    [committeeId, id, auditSeq],
  );
  return id;
}

/** The restore as it is stored. */
export async function storedRestore(id: string) {
  const [row] = await ownerRows<{ acceptedById: string | null; acceptedBy: string | null; version: number }>(
    `SELECT "acceptedById", "acceptedBy", version FROM "Restore" WHERE id = $1`,
    [id],
  );
  return row;
}
