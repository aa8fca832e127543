import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { NEXT_TSCONFIG } from "./build";
import { passedOn } from "./child";
import type { DatabaseUrls } from "./database/urls";
import { type Profile, ROOT } from "./profile";
import { errorText, Refusal } from "./refusal";
import type { Secrets } from "./secrets";

export type AppSettings = {
  mode: "production" | "development";
  distDir: string;
  appUrl: string;
  port: number;
  /** Where its lines go besides the file of the technical log: to the terminal unless told. */
  output?: "ignore";
};

/* A commune's office PC has little memory: garbage is collected early rather than kept. */
const LEAN = ["--max-semi-space-size=4", "--max-old-space-size=320"];
const PASSED_ON = [
  "HOST",
  "TLS_CERT_FILE",
  "TLS_KEY_FILE",
  "TRUSTED_PROXIES",
  "WRITES_PER_MINUTE",
  "WHOLE_FILES_PER_DAY",
];
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const QUICK_CRASHES = 5;
const QUICK_CRASH_MS = 10_000;

/** What the app may know: its own two database roles and its keys, never the owner or the administrator. */
export function appEnvironment(urls: DatabaseUrls, secrets: Secrets, appUrl: string): Record<string, string> {
  return {
    ...passedOn(PASSED_ON),
    APP_URL: appUrl,
    AUTH_URL: appUrl,
    APP_DATABASE_URL: urls.app,
    SIGNIN_DATABASE_URL: urls.signin,
    AUTH_SECRET: secrets.authSecret,
    IDENTITY_KEY: secrets.identityKey,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Runs the app in a process of its own and starts it again when it dies. */
export async function startApp(settings: AppSettings, profile: Profile, environment: Record<string, string>) {
  let stopping = false;
  let crashes = 0;
  let child = await launch(settings, profile, environment);
  watch();

  function watch(): void {
    const startedAt = Date.now();
    child.once("exit", (code, signal) => {
      if (stopping) return;
      crashes = Date.now() - startedAt < QUICK_CRASH_MS ? crashes + 1 : 1;
      console.error(`The app ended (${signal ?? code}); starting it again.`);
      if (crashes > QUICK_CRASHES) process.exit(1);
      comeBack().catch((error: unknown) => {
        console.error(errorText(error));
        process.exit(1);
      });
    });
  }

  async function comeBack(): Promise<void> {
    await sleep(500);
    if (stopping) return;
    child = await launch(settings, profile, environment);
    watch();
  }

  return {
    /** The process that serves now. */
    pid: () => child.pid ?? 0,
    /** Lets running requests finish, then ends the app. */
    async stop(): Promise<void> {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.connected) child.send("stop");
      await Promise.race([ended, sleep(STOP_LIMIT_MS)]);
      child.kill("SIGKILL");
    },
  };
}

async function launch(
  settings: AppSettings,
  profile: Profile,
  environment: Record<string, string>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...LEAN, join(ROOT, "scripts", "front", "serve.ts")], {
    cwd: ROOT,
    stdio: ["ignore", settings.output ?? "inherit", "inherit", "ipc"],
    env: {
      ...environment,
      NODE_ENV: settings.mode,
      NEXT_DIST_DIR: settings.distDir,
      NEXT_TSCONFIG,
      PORT: String(settings.port),
      DATA_DIR: profile.dataDir,
      MALLOC_ARENA_MAX: "2",
    },
  });
  const outcome = await Promise.race([
    new Promise<"ready">((resolve) => child.once("message", () => resolve("ready"))),
    new Promise<"ended">((resolve) => child.once("exit", () => resolve("ended"))),
    sleep(START_LIMIT_MS, "slow" as const, { ref: false }),
  ]);
  if (outcome === "ready") return child;
  child.kill("SIGKILL");
  throw new Refusal("The app did not start: the lines above say why.");
}
