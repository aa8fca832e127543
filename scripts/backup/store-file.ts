import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { BackupFile } from "./manifest";

/** Writes one file of a backup to disk, for certain, and returns its size and checksum. */
export async function storeFile(folder: string, path: string, content: Readable): Promise<BackupFile> {
  const hash = createHash("sha256");
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(content, meter, createWriteStream(target, { mode: 0o600, flush: true }));
  return { path, size, sha256: hash.digest("hex") };
}
