import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AppSettings, appEnvironment, startApp } from "./app-process";
import { ensureBuild, ensureClient, ensureNextTsconfig, useBuild } from "./build";
import { prepareApart } from "./database/prepare-apart";
import type { DatabaseSource } from "./database/source";
import type { DatabaseUrls } from "./database/urls";
import { isPortFree } from "./free-port";
import { readFrontSettings } from "./front/settings";
import type { Profile } from "./profile";
import { Refusal } from "./refusal";
import { claimRun, type RunLock } from "./run-lock";
import type { Secrets } from "./secrets";

export type Prepared = {
  urls: DatabaseUrls;
  appUrl: string;
  environment: Record<string, string>;
  source: DatabaseSource;
};

export type Launch = {
  profile: Profile;
  secrets: Secrets;
  source: DatabaseSource;
  mode: AppSettings["mode"];
  distDir: string;
  /** Called when the database is migrated and before the app serves. */
  beforeServing: (prepared: Prepared) => Promise<void>;
  /** Called once the app answers. */
  whenServing: (prepared: Prepared) => Promise<void>;
};

/**
 * Builds, prepares the database and serves until a signal comes; then lets requests finish and stops the database.
 * When the same installation runs already it only says where. A refusal leaves things as they were.
 */
export async function launch(order: Launch): Promise<void> {
  const lock = await claimRun(order.profile, order.source);
  if (!lock) {
    console.log(`\nIt is running already: ${readAddress(order.profile)}`);
    return;
  }
  try {
    await serve(order, lock);
  } catch (error) {
    await lock.release();
    if (!order.source.wasRunning) await order.source.stop();
    throw error;
  }
}

async function serve(order: Launch, lock: RunLock): Promise<void> {
  const { profile, secrets, source, mode, distDir } = order;
  const front = readFrontSettings(process.env);
  if (typeof front === "string") throw new Refusal(front);
  if (!(await isPortFree(front.port, front.address))) {
    throw new Refusal(
      `Port ${front.port} is in use by another program: stop that program, or choose another port with PORT=3001.`,
    );
  }
  if (mode === "production") await ensureBuild(distDir);
  else prepareDevelopment();
  useBuild(distDir);

  const urls = await prepareApart(source.adminUrl, profile);
  const appUrl = front.appUrl.origin;
  const place: Record<string, string> = source.place === null ? {} : { DATABASE_DIR: source.place };
  const prepared = { urls, appUrl, environment: { ...appEnvironment(urls, secrets, appUrl), ...place }, source };
  await order.beforeServing(prepared);

  const app = await startApp({ mode, distDir, appUrl, port: front.port }, profile, prepared.environment);
  writeFileSync(addressFile(profile), `${appUrl}\n`);
  stopOnSignals(async () => {
    await app.stop();
    await lock.release();
    await source.stop();
  });
  await order.whenServing(prepared);
}

function prepareDevelopment(): void {
  ensureClient();
  ensureNextTsconfig();
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}

function addressFile(profile: Profile): string {
  return join(profile.dataDir, "address");
}

function readAddress(profile: Profile): string {
  try {
    return readFileSync(addressFile(profile), "utf8").trim();
  } catch {
    return "it is just starting.";
  }
}
