import { acceptRestore } from "@/lib/features/restores/commands/accept-restore";
import { ownerRows, type TestRegister } from "../../support/register";
import { plantRestore } from "../../support/restores";

/** A restore that was accepted and one that another replaced. One that waits would let nobody write. */
export async function addRestores({ committeeId, actors }: TestRegister): Promise<void> {
  const replaced = await plantRestore(committeeId);
  await ownerRows(`UPDATE "Restore" SET "supersededAt" = now() WHERE id = $1`, [replaced]);
  await acceptRestore(actors.leader, { id: await plantRestore(committeeId), version: 1, seen: true });
}
