import { hostname, userInfo } from "node:os";
import { type ChainHead, noteRestore, type Waiting } from "@/lib/features/restores/commands/note-restore";
import type { Manifest } from "./manifest";

/** What a restore is told beside its backup: why, and the audit chains of what it replaces, as far as they could be read. */
export type Circumstances = { reason: string | null; before: ReadonlyMap<string, ChainHead> };

/** Notes in the restored database that it waits for a leader, under the name that the operating system gives who runs this. */
export function noteRestored(
  ownerUrl: string,
  manifest: Manifest,
  { reason, before }: Circumstances,
  keptAs: string | null,
): Promise<Waiting> {
  return noteRestore(ownerUrl, {
    kind: manifest.kind === "physical" ? "PHYSICAL" : "PORTABLE",
    takenAt: new Date(manifest.takenAt),
    restoredBy: `${userInfo().username}@${hostname()}`,
    ...{ reason, keptAs, before },
  });
}

/** What is to be done now, for who ran the restore. */
export function nextSteps({ registers, withoutLeader }: Waiting, start: string): string {
  if (registers === 0) return `It holds no register yet: ${start} prints the codes for the first set-up.`;
  const wait =
    "Until a leader who is not an administrator has accepted it, at /restores, everybody reads and nobody writes.";
  if (withoutLeader === 0) return wait;
  return `${wait}\nNo such leader can sign in with this state: ${start} prints a one-time code for a leader; hand it to the leadership.`;
}
