import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file as the gates see it: its path from the root of the repository, with slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What a gate found: where, and what is wrong there. */
export type Fault = { readonly path: string; readonly what: string };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LEFT_OUT = ["generated", "node_modules"];

/** The folders that hold code, of which some may not exist yet. */
export const CODE_FOLDERS = ["app", "components", "lib", "prisma", "scripts", "tests"];

/** The text of one file of the repository, or null. */
export function readRepositoryFile(path: string): string | null {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : null;
}

/** The names in a folder of the repository, none where it does not exist. */
export function namesIn(folder: string): string[] {
  return existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : [];
}

/** Every file of the code folders and of the root itself with one of these endings. */
export function readTree(endings: readonly string[]): SourceFile[] {
  const rootFiles = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = [...rootFiles.map((entry) => entry.name), ...CODE_FOLDERS.flatMap(filesUnder)];
  return paths
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && path !== "next-env.d.ts")
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.includes(entry.name) ? [] : filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}
