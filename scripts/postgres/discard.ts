import { rmSync } from "node:fs";
import type { Profile } from "../profile";
import { installBinaries } from "./binaries";
import { databasePlace } from "./place";
import { stopServer } from "./server";

/** Stops a profile's server and removes its files for good. Only for data that may be lost: demo and tests. */
export async function discardCluster(profile: Profile): Promise<void> {
  const place = databasePlace(profile);
  await stopServer(place, installBinaries(place));
  rmSync(place.home, { recursive: true, force: true });
}
