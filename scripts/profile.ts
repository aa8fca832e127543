import { accessSync, constants, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { Refusal } from "./refusal";

export type ProfileName = "main" | "demo" | "dev" | "test" | "e2e" | "bench";

/** One installation on this machine: its own data folder, database cluster and secrets. */
export type Profile = {
  name: ProfileName;
  dataDir: string;
  /** False only for the throw-away cluster of the integration tests. */
  durable: boolean;
};

export const ROOT = resolve(import.meta.dirname, "..");

/** The profile of a command, its folder made and known to be writable. */
export function openProfile(name: ProfileName): Profile {
  const dataDir = resolve(ROOT, process.env.DATA_DIR ?? `data/${name}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch {
    throw new Refusal(
      `The data folder ${dataDir} cannot be written: give this user write access to it, or choose another one with DATA_DIR.`,
    );
  }
  return { name, dataDir, durable: name !== "test" };
}
