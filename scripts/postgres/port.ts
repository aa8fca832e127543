import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findFreePort, isPortFree } from "../free-port";
import type { Place } from "./place";

const FIRST = 5610;

/** The port this cluster used last, or null before its first start. */
export function rememberedPort(place: Place): number | null {
  try {
    const port = Number.parseInt(readFileSync(join(place.home, "port"), "utf8"), 10);
    return port > 0 ? port : null;
  } catch {
    return null;
  }
}

/** A port to start on: the one of last time if it is free, else a new one, remembered for next time. */
export async function choosePort(place: Place): Promise<number> {
  const last = rememberedPort(place);
  if (last !== null && (await isPortFree(last))) return last;
  const port = await findFreePort(Number(process.env.DATABASE_PORT) || FIRST);
  writeFileSync(join(place.home, "port"), `${port}\n`);
  return port;
}
