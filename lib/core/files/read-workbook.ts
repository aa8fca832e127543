import "server-only";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { LIMITS } from "@/lib/core/files/reader/limits";
import type { FileReading } from "@/lib/core/files/reader/sheet";

type Reader = ChildProcessByStdio<Writable, Readable, null>;

const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let running = 0;

/* The reader worked on a stranger's file, so its word is proven too. */
const place = z.number().int().min(0);
const readingSchema: z.ZodType<FileReading> = z.union([
  z.object({
    format: z.enum(["XLSX", "ODS", "CSV"]),
    sheets: z.array(
      z.object({
        name: z.string(),
        rows: z.array(
          z.array(z.union([z.string(), z.number(), z.null(), z.object({ serial: z.number() }), z.boolean()])),
        ),
        merges: z.array(z.object({ top: place, left: place, bottom: place, right: place })),
        formulas: place,
      }),
    ),
  }),
  z.object({
    refused: z.enum([
      "EMPTY",
      "TOO_BIG",
      "INFLATES",
      "TOO_MANY_ROWS",
      "TOO_MANY_COLUMNS",
      "TOO_HEAVY",
      "OLD_EXCEL",
      "MACROS",
      "BINARY_EXCEL",
      "WEB_PAGE",
      "XML_EXCEL",
      "LOCKED",
      "OTHER_KIND",
      "DAMAGED",
    ]),
  }),
]);

/**
 * What is in the sheets of an uploaded file, by its content, whatever its name. The file is read in a process of its own
 * with bounds on time, memory and inflated size, which sees this file and nothing else; whatever goes wrong there is a
 * refusal here. Two files are read at a time, further ones wait.
 */
export async function readWorkbook(file: Uint8Array): Promise<FileReading> {
  if (file.length > LIMITS.bytes) return { refused: "TOO_BIG" };
  await takeTurn();
  try {
    const answer = await answerOf(startReader(), file);
    return answer === null ? { refused: "TOO_HEAVY" } : readingSchema.parse(JSON.parse(answer));
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

function startReader(): Reader {
  const root = process.cwd();
  const readable = [join(root, "lib/core/"), join(root, "node_modules/hucre/"), join(root, "package.json")];
  const bounds = [`--max-old-space-size=${LIMITS.heapMegabytes}`, "--max-semi-space-size=4", "--disable-warning=*"];
  const walls = ["--permission", ...readable.map((path) => `--allow-fs-read=${path}`)];
  const child = spawn(process.execPath, [...bounds, ...walls, join(root, "lib/core/files/reader/main.ts")], {
    cwd: root,
    env: { NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.once("spawn", () => {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  });
  return child;
}

/** Everything the reader says; null where it ends badly, says too much or takes too long. */
function answerOf(child: Reader, file: Uint8Array): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  const deadline = setTimeout(() => child.kill("SIGKILL"), LIMITS.milliseconds);
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > LIMITS.answerBytes) child.kill("SIGKILL");
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
