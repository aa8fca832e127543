import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { SAMPLE_PASSWORD } from "@/prisma/seed/accounts";
import { appEnvironment, startApp } from "../app-process";
import { passedOn } from "../child";
import { prepareApart } from "../database/prepare-apart";
import { embeddedSource } from "../database/source";
import { fillSample, markDemo, resetDemo } from "../demo-data";
import { findFreePort } from "../free-port";
import { openProfile, ROOT } from "../profile";
import { openSecrets } from "../secrets";
import { type CpuClock, familyClock, familyMb, processClock, residentMb } from "./cpu";

export const BENCH_PASSWORD = SAMPLE_PASSWORD;

/** The product and the bare server beside it, both on the same fresh sample, and how to look into them. */
export type Installation = Awaited<ReturnType<typeof openInstallation>>;

/** Throws the data of the last bench away, so that every one begins with the same rows. */
export async function clearInstallation(): Promise<void> {
  const profile = openProfile("bench");
  await resetDemo(profile);
  await markDemo(profile);
}

/** Starts the built product as people get it, with one empty page more, on the sample; fills that in if it is not there. */
export async function openInstallation(distDir: string) {
  const profile = openProfile("bench");
  const secrets = openSecrets(profile.dataDir);
  const source = await embeddedSource(profile, secrets);
  const urls = await prepareApart(source.adminUrl, profile);
  const port = await findFreePort(3900);
  const origin = `http://localhost:${port}`;
  const unlimited = { WRITES_PER_MINUTE: "1000000", WHOLE_FILES_PER_DAY: "1000000" };
  const environment = { ...appEnvironment(urls, secrets, origin), ...unlimited };
  await fillSample(profile, { urls, appUrl: origin, environment, source });

  const startedAt = performance.now();
  const settings = { mode: "production", distDir, appUrl: origin, port, output: "ignore" } as const;
  const app = await startApp(settings, profile, environment);
  const warmStartMs = performance.now() - startedAt;
  const barePort = await findFreePort(port + 1);
  const bare = await startBare(barePort, urls.admin);
  const admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();

  const appPid = app.pid();
  const postgresPid = Number.parseInt(readFileSync(join(source.place ?? "", "cluster", "postmaster.pid"), "utf8"), 10);
  const appClock = processClock(appPid);
  const bareClock = processClock(bare.pid ?? 0);
  const databaseClock = familyClock(postgresPid);
  const together =
    (one: CpuClock): CpuClock =>
    () =>
      one() + databaseClock();

  return {
    origin,
    bareOrigin: `http://127.0.0.1:${barePort}`,
    urls,
    admin,
    warmStartMs,
    logFile: join(source.place ?? "", "postgres.log"),
    clocks: { ours: together(appClock), bare: together(bareClock), database: databaseClock },
    memory: { app: () => residentMb(appPid), database: () => familyMb(postgresPid) },
    async close(): Promise<void> {
      await admin.end();
      bare.disconnect();
      await app.stop();
      await source.stop();
    },
  };
}

async function startBare(port: number, databaseUrl: string): Promise<ChildProcess> {
  const child = fork(join(ROOT, "scripts", "bench", "bare-server.ts"), [], {
    cwd: ROOT,
    execArgv: ["--import", "tsx"],
    env: { ...passedOn(), NODE_ENV: "production", BARE_PORT: String(port), BARE_DATABASE_URL: databaseUrl },
  });
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", reject);
  });
  return child;
}

/** Opens so many office accounts beside the sample's, all with its password. */
export async function openOfficeAccounts(admin: pg.Client, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `office.${index + 1}`);
  await admin.query(
    `WITH office AS (SELECT * FROM "Account" WHERE username = 'vanphong'),
      opened AS (INSERT INTO "Account" (id, username, "displayName", "passwordHash")
        SELECT gen_random_uuid(), name, name, office."passwordHash" FROM office, unnest($1::text[]) name RETURNING id)
    INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn")
      SELECT c.id, gen_random_uuid(), opened.id, 'OFFICE', CURRENT_DATE - 1 FROM opened, "Committee" c`,
    [names],
  );
  return names;
}

/** Opens the schema that the bare server writes its audit into. */
export async function openBareAudit(admin: pg.Client): Promise<void> {
  await admin.query(
    `CREATE SCHEMA bare CREATE TABLE audit (at timestamptz DEFAULT now(), "committeeId" uuid, "memberId" uuid, before text, after text)`,
  );
}

/** Opens a session of one of the sample's accounts and gives its token. */
export async function openSession(admin: pg.Client, username: string): Promise<string> {
  const token = randomUUID() + randomUUID();
  await admin.query(
    `INSERT INTO "Session" (id, "tokenHash", "accountId", "committeeId", "idleSeconds", "expiresAt")
     SELECT gen_random_uuid(), sha256(convert_to($1, 'UTF8')), a.id, c.id, 36000, now() + interval '1 day'
     FROM "Account" a, "Committee" c WHERE a.username = $2`,
    [token, username],
  );
  return token;
}
