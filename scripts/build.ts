import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { generateClient } from "./generate";
import { ROOT } from "./profile";
import { Refusal } from "./refusal";
import { slimChunks } from "./slim-chunks";

const FOLDERS = ["app", "components", "lib", "prisma/schema", "public"];
const FILES = [
  "next.config.mjs",
  "instrumentation.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "prisma.config.ts",
  "package-lock.json",
];
const GENERATED = "lib/core/db/generated";
/** Next writes into the tsconfig it is given, so it gets one of its own. */
export const NEXT_TSCONFIG = ".next-tsconfig/tsconfig.json";
const STAMP = "so-dang-bo-build";
const USERS = "so-dang-bo-users";

/** Builds the app into its folder unless it was built from exactly these sources before. */
export async function ensureBuild(distDir: string): Promise<void> {
  ensureClient();
  const sources = sourceHash(FOLDERS, FILES);
  const folder = join(ROOT, distDir);
  const stamp = join(folder, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;

  refuseWhileUsed(folder);
  console.log("Building the program (about a minute, only after changes) …");
  ensureNextTsconfig();
  rmSync(stamp, { force: true });
  await runBuild(distDir);
  slimChunks(folder);
  writeFileSync(stamp, sources);
}

/** Makes Next's own tsconfig, which follows ours. */
export function ensureNextTsconfig(): void {
  const file = join(ROOT, NEXT_TSCONFIG);
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ extends: "../tsconfig.json", include: ["../**/*.ts", "../**/*.tsx"] }));
}

/** Generates the database client unless it belongs to exactly this schema. */
export function ensureClient(): void {
  const schema = sourceHash(["prisma/schema"], ["prisma.config.ts", "package-lock.json"]);
  const stamp = join(ROOT, GENERATED, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === schema) return;
  generateClient();
  writeFileSync(stamp, schema);
}

/** Notes that this process serves from a build folder, so that nobody rebuilds it meanwhile. */
export function useBuild(distDir: string): void {
  const folder = join(ROOT, distDir, USERS);
  mkdirSync(folder, { recursive: true });
  const note = join(folder, String(process.pid));
  writeFileSync(note, "");
  process.on("exit", () => rmSync(note, { force: true }));
}

function refuseWhileUsed(folder: string): void {
  const users = join(folder, USERS);
  if (!existsSync(users)) return;
  if (!readdirSync(users).some((pid) => isAlive(Number(pid)))) return;
  throw new Refusal(
    "The program has changed and another start of it is still running from the old build: stop that one first.",
  );
}

function runBuild(distDir: string): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: distDir,
      NEXT_TSCONFIG,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(String(chunk)));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Refusal(`${output.join("")}\nThe program could not be built: the lines above say why.`));
    });
  });
}

function sourceHash(folders: string[], files: string[]): string {
  const hash = createHash("sha256");
  for (const path of [...folders.flatMap(listFiles), ...files].sort()) {
    const file = join(ROOT, path);
    if (existsSync(file)) hash.update(`${path}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function listFiles(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => !name.startsWith(join(GENERATED)) && statSync(join(ROOT, name)).isFile());
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
