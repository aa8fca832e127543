import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/* Below this a chunk of its own costs less than the file that points elsewhere. */
const WORTH_SHARING = 4096;
const SOURCE_MAP = /\n\/\/# sourceMappingURL=[^\n]*\s*$/u;

/**
 * Lets the server's chunks that hold the same be one file, to which the others point. The bundler writes such a chunk once for each
 * group of routes, and every copy that is loaded keeps its source in memory. Answers how many bytes are held once less.
 */
export function shareChunks(distDir: string): number {
  const folder = join(distDir, "server", "chunks");
  const kept = new Map<string, string>();
  let saved = 0;
  for (const file of chunksIn(folder)) {
    const source = readFileSync(file, "utf8").replace(SOURCE_MAP, "");
    if (source.length < WORTH_SHARING || !source.startsWith("module.exports=[")) continue;
    const key = createHash("sha256").update(source).digest("hex");
    const same = kept.get(key);
    if (same === undefined) {
      kept.set(key, file);
      continue;
    }
    const path = relative(dirname(file), same).replaceAll("\\", "/");
    writeFileSync(file, `module.exports=require(${JSON.stringify(path.startsWith(".") ? path : `./${path}`)});\n`);
    saved += source.length;
  }
  return saved;
}

function chunksIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .sort()
    .map((name) => join(folder, name));
}
