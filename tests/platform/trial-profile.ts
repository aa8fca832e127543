import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discardCluster } from "@/scripts/postgres/discard";
import type { Profile } from "@/scripts/profile";

/** A new, empty installation outside the repository, for one test file. */
export function trialProfile(): Profile {
  return { name: "bench", dataDir: mkdtempSync(join(tmpdir(), "so-dang-bo-trial-")), durable: true };
}

/** Stops and removes a trial installation. */
export async function discardTrial(profile: Profile): Promise<void> {
  await discardCluster(profile);
  rmSync(profile.dataDir, { recursive: true, force: true });
}
