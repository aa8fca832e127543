import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/* Below this a chunk of its own costs less than the file that points elsewhere. */
const WORTH_SHARING = 4096;
const SOURCE_MAP = /\n\/\/# sourceMappingURL=[^\n]*\s*$/u;
const WIDE = /[^\0-\xff]/g;
/* What a backslash already says something about, and text that is asked for as it was written. */
const AS_WRITTEN = /\\[^\0-\xff]|String\.raw/;

/**
 * Makes the server's chunks smaller in memory, where the engine keeps the source of every one that is loaded. Such as hold the same
 * become one file, to which the others point: the bundler writes them once for each group of routes. And one letter beyond Latin-1
 * makes the engine keep two bytes for each letter of its chunk, so such letters are written as escapes where that is shorter.
 * Answers how many bytes are held less.
 */
export function slimChunks(distDir: string): number {
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
      saved += narrow(file, source);
      continue;
    }
    const path = relative(dirname(file), same).replaceAll("\\", "/");
    writeFileSync(file, `module.exports=require(${JSON.stringify(path.startsWith(".") ? path : `./${path}`)});\n`);
    saved += source.length;
  }
  return saved;
}

function narrow(file: string, source: string): number {
  if (AS_WRITTEN.test(source)) return 0;
  const narrowed = source.replace(WIDE, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const less = 2 * source.length - narrowed.length;
  if (narrowed === source || less <= 0) return 0;
  writeFileSync(file, narrowed);
  return less;
}

function chunksIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .sort()
    .map((name) => join(folder, name));
}
