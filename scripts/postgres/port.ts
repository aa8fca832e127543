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

/** Finds the port for a start, or null when there is none yet and it is worth waiting. */
export type PortChoice = (place: Place) => Promise<number | null>;

/** The port of last time if it is free, else a new one, remembered for next time. */
export const chooseAnyPort: PortChoice = async (place) => {
  const last = await chooseSamePort(place);
  if (last !== null) return last;
  const port = await findFreePort(Number(process.env.DATABASE_PORT) || FIRST);
  writeFileSync(join(place.home, "port"), `${port}\n`);
  return port;
};

/** Only the port of last time, since programs are connected to it; null while something else still holds it. */
export const chooseSamePort: PortChoice = async (place) => {
  const last = rememberedPort(place);
  return last !== null && (await isPortFree(last)) ? last : null;
};
