import { createHash, timingSafeEqual } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { Refusal } from "../refusal";

const FILE = "manifest.json";
const SEAL = "manifest.sha256";

const fileSchema = z.strictObject({ path: z.string(), size: z.number(), sha256: z.string() });

const manifestSchema = z.strictObject({
  format: z.literal(1),
  kind: z.enum(["physical", "portable"]),
  takenAt: z.string(),
  /** Major version of PostgreSQL. */
  postgres: z.string(),
  /** The migrations the data have been through, oldest first. */
  migrations: z.array(z.string()),
  /** The ids of the committees whose registers are inside. */
  registers: z.array(z.string()),
  /** Portable only: tables with their columns and rows, in the order of their files. */
  tables: z.array(
    z.strictObject({ table: z.string(), columns: z.array(z.string()), rows: z.number(), file: z.string() }),
  ),
  files: z.array(fileSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackupFile = z.infer<typeof fileSchema>;

/** Finishes a backup: without a manifest and its seal a folder is no backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const text = JSON.stringify(manifest, null, 1);
  writeFileSync(join(folder, FILE), text, { mode: 0o600, flush: true });
  writeFileSync(join(folder, SEAL), sha256(text), { mode: 0o600, flush: true });
}

/** Reads a backup's manifest and proves that every file is there, whole and unchanged; refuses otherwise. */
export async function proveBackup(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const file of manifest.files) {
    const path = join(folder, file.path);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size !== file.size) throw damaged(folder, `${file.path} is missing or cut off`);
    if ((await hashFile(path)) !== file.sha256) throw damaged(folder, `${file.path} has changed`);
  }
  return manifest;
}

function readManifest(folder: string): Manifest {
  const [file, seal] = [join(folder, FILE), join(folder, SEAL)];
  if (!existsSync(file) || !existsSync(seal)) {
    throw new Refusal(`${folder} is no finished backup: it has no manifest.`);
  }
  const text = readFileSync(file, "utf8");
  const [actual, expected] = [Buffer.from(sha256(text)), readFileSync(seal)];
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw damaged(folder, "its manifest has changed");
  }
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Refusal(`${folder} was made by another version of this program, which has to restore it.`);
  return parsed.data;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function damaged(folder: string, what: string): Refusal {
  return new Refusal(`The backup ${folder} is damaged (${what}): nothing was restored, take another one.`);
}
