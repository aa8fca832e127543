import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { program } from "@/scripts/testing/program";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SETTINGS = [".oxlintrc.json", "biome.json", "tsconfig.json", "package.json"];

/** Files by their path from the root. */
export type Plants = Readonly<Record<string, string>>;

/** What a tool said, and how it ended. */
export type Said = { readonly code: number | null; readonly text: string };

/**
 * Lays planted files out beside the repository's own settings and its installed tools, runs one tool over them, and clears
 * everything away.
 */
export function runOver(plants: Plants, packageName: string, command: string, args: readonly string[]): Said {
  const folder = mkdtempSync(join(tmpdir(), "so-dang-bo-planted-"));
  try {
    for (const name of SETTINGS) cpSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    for (const [path, text] of Object.entries(plants)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const done = spawnSync(process.execPath, [program(packageName, command), ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", CI: "" },
    });
    return { code: done.status, text: `${done.stdout}${done.stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
