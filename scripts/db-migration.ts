import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { currentSchema, schemaDifference } from "./database/schema-difference";
import { ROOT } from "./profile";
import { Refusal, runOnce } from "./refusal";

type SchemaFile = { path: string; content: string };

await runOnce(async () => {
  const [name = "", from = ""] = process.argv.slice(2);
  if (!/^(\d{14}_)?[a-z][a-z0-9_]*$/.test(name)) {
    throw new Refusal("Usage: npm run db:migration -- <snake_case_name> [--from-empty]");
  }
  const before = from === "--from-empty" ? [] : committedSchema();
  const sql = await schemaDifference(before, currentSchema());
  const folder = join(ROOT, "prisma", "migrations", /^\d{14}_/.test(name) ? name : `${timestamp()}_${name}`);
  const file = join(folder, "migration.sql");
  if (existsSync(file)) throw new Refusal(`${file} exists already: delete it first, or choose another name.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, sql);
  console.log(`Wrote ${file}: read it, add policies, triggers and constraints by hand, and commit it with the schema.`);
});

/** The schema of the last commit; none before the first one. */
function committedSchema(): SchemaFile[] {
  const listed = git(["ls-tree", "--name-only", "HEAD", "prisma/schema/"]) ?? "";
  return listed
    .split("\n")
    .filter((path) => path.endsWith(".prisma"))
    .map((path) => ({ path: join(ROOT, path), content: git(["show", `HEAD:${path}`]) ?? "" }));
}

function git(args: string[]): string | null {
  try {
    return execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, "").slice(0, 14);
}
