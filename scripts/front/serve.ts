import { type EventEmitter, once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import { errorFacts, report } from "../../lib/core/log.ts";
import { createFront } from "./front.ts";
import { keepHouse } from "./housekeeping.ts";
import { watchReadiness } from "./readiness.ts";
import { readFrontSettings } from "./settings.ts";

/* The app's own process: Next behind the front. Started by the commands, which own the database and the secrets. */

const DRAIN_MS = 15_000;
const dir = join(import.meta.dirname, "..", "..");

const settings = readFrontSettings(process.env);
if (typeof settings === "string") throw new Error(settings);

/* Next attaches its own upgrade listener to the server it is told about; this one never listens. */
const decoy = createServer();
const app = next({
  dev: settings.development,
  dir,
  hostname: settings.appUrl.hostname,
  port: settings.port,
  httpServer: decoy,
});
await app.prepare();
const handle = app.getRequestHandler();

const migrations = readdirSync(join(dir, "prisma", "migrations"), { withFileTypes: true });
const readiness = watchReadiness({
  databaseUrl: process.env.APP_DATABASE_URL ?? "",
  dataDir: process.env.DATA_DIR ?? dir,
  migrations: migrations.filter((entry) => entry.isDirectory()).length,
});
const house = keepHouse(process.env.APP_DATABASE_URL ?? "");
const upgrades: EventEmitter = decoy;
const front = createFront(settings, {
  handle: (request, response) => handle(request, response),
  upgrade: settings.development ? (request, socket, head) => upgrades.emit("upgrade", request, socket, head) : null,
  readiness: () => readiness.now(),
});

function noteError(error: unknown): void {
  report({ event: "error", reference: "", path: "", ...errorFacts(error) });
}

let stopping: Promise<void> | undefined;

function stop(): Promise<void> {
  stopping ??= stopOnce();
  return stopping;
}

async function stopOnce(): Promise<void> {
  await front.drain(DRAIN_MS);
  await readiness.close();
  house.close();
  report({ event: "process.stopped" });
  process.exit(0);
}

/* A terminal that is gone must not keep the process busy with saying so. */
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
process.on("disconnect", () => void stop());
process.on("message", (message) => {
  if (message === "stop") void stop();
});
process.on("uncaughtException", noteError);
process.on("unhandledRejection", noteError);
/* What libraries print about errors may quote what people typed; what has a reference is noted with its request. */
if (!settings.development) {
  console.error = (...told: unknown[]) => {
    for (const one of told) if (one instanceof Error && !("digest" in one)) noteError(one);
  };
}

front.server.listen(settings.port, settings.address);
await once(front.server, "listening");
report({ event: "process.started" });
process.send?.("ready");
