import "server-only";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

type Reader = ChildProcessByStdio<Writable, Readable, null>;

/**
 * A program that reads a stranger's file: where it starts and with which word, the packages it may open, whether one of them is native
 * code, and how much it may take.
 */
export type ApartReader = {
  readonly main: string;
  readonly argument?: string;
  readonly packages: readonly string[];
  readonly isNative?: boolean;
  readonly limits: { readonly heapMegabytes: number; readonly milliseconds: number; readonly answerBytes: number };
};

const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let running = 0;

/**
 * What the program says of a file, as JSON, not proven yet; null where it ends badly, says too much or takes too long. It runs in
 * a process of its own with bounds on time and memory, which sees this file, its own code and nothing else. Two files are read
 * at a time, further ones wait.
 */
export async function readApart(reader: ApartReader, file: Uint8Array): Promise<unknown> {
  await takeTurn();
  try {
    const answer = await answerOf(start(reader), file, reader.limits);
    const said: unknown = answer === null ? null : JSON.parse(answer);
    return said;
  } finally {
    passTurn();
  }
}

async function takeTurn(): Promise<void> {
  if (running < AT_ONCE) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

function passTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

function start({ main, argument, packages, isNative, limits }: ApartReader): Reader {
  const root = process.cwd();
  const opened = packages.map((name) => join(root, "node_modules", name, "/"));
  const readable = [join(root, "lib/core/"), ...opened, join(root, "package.json")];
  const bounds = [`--max-old-space-size=${limits.heapMegabytes}`, "--max-semi-space-size=4", "--disable-warning=*"];
  const walls = ["--permission", ...readable.map((path) => `--allow-fs-read=${path}`)];
  if (isNative) walls.push("--allow-addons");
  const program = [join(root, "lib/core/files", main), ...(argument === undefined ? [] : [argument])];
  const child = spawn(process.execPath, [...bounds, ...walls, ...program], {
    cwd: root,
    env: { NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.once("spawn", () => {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  });
  return child;
}

function answerOf(child: Reader, file: Uint8Array, limits: ApartReader["limits"]): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  const deadline = setTimeout(() => child.kill("SIGKILL"), limits.milliseconds);
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > limits.answerBytes) child.kill("SIGKILL");
    else chunks.push(chunk);
  });
  /* A reader that refuses early stops listening. */
  child.stdin.on("error", () => undefined);
  child.stdin.end(file);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(deadline);
      resolve(code === 0 ? Buffer.concat(chunks).toString("utf8") : null);
    });
  });
}
