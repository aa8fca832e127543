import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./profile";

/** Writes the database client from the schema. The engine path is a stand-in: generating never runs the engine, only looks for it. */
export function generateClient(): void {
  const prisma = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build", "index.js");
  const result = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  });
  if (result.status !== 0) throw new Error(`prisma generate failed:\n${result.stdout}${result.stderr}`);
}
