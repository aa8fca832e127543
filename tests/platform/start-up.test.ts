import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withClient } from "@/scripts/database/connect";
import { prepareDatabase } from "@/scripts/database/prepare";
import type { DatabaseUrls } from "@/scripts/database/urls";
import { findFreePort } from "@/scripts/free-port";
import { discardCluster } from "@/scripts/postgres/discard";
import { startEmbedded } from "@/scripts/postgres/embedded";
import { runningPostmaster } from "@/scripts/postgres/pid-file";
import { databasePlace } from "@/scripts/postgres/place";
import { ROOT } from "@/scripts/profile";
import { openSecrets } from "@/scripts/secrets";
import { discardTrial, trialProfile } from "./trial-profile";

/* What stops a start is said in one sentence that tells what to do; the exit code is not 0, and nothing is left half done. */

const trial = trialProfile();
const folder = mkdtempSync(join(tmpdir(), "so-dang-bo-start-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ending = { readonly code: number | null; readonly sentences: readonly string[]; readonly said: string };

function run(args: readonly string[], environment: Record<string, string>): Ending {
  const { DATABASE_URL: _theirs, HOST: _host, APP_URL: _url, ...env } = process.env;
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8", env: { ...env, ...environment } });
  const sentences = done.stderr.split("\n").filter((line) => line.trim() !== "");
  return { code: done.status, sentences, said: done.stdout };
}

const start = (environment: Record<string, string>, flags: readonly string[] = []) =>
  run([...flags, "scripts/run.mjs", "start"], environment);

/** The one sentence that a command ended with; everything it said where it did not end with exit code 1 and one sentence. */
function refusalIn({ code, sentences, said }: Ending): string {
  const [sentence = ""] = sentences;
  const isOne = code === 1 && sentences.length === 1 && /^[A-Z].*\.$/u.test(sentence) && !said.includes("Serving");
  return isOne ? sentence : `exit ${code}, ${sentences.length} lines: ${sentences.join(" | ")}`;
}

describe("a start is refused", () => {
  it.each(["18.20.4", "20.18.3"])("by Node %s", (version) => {
    const versions = `{ ...process.versions, node: "${version}" }`;
    const older = `data:text/javascript,Object.defineProperty(process, "versions", { value: ${versions} })`;
    const place = join(folder, "node");
    expect(refusalIn(start({ DATA_DIR: place }, ["--import", older]))).toMatch(
      /Node \S+ is too old: install Node 20\.19 or newer/u,
    );
    expect(readdirSync(folder)).not.toContain("node");
  });

  it("by a folder that cannot be written", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(refusalIn(start({ DATA_DIR: join(file, "data") }))).toMatch(
      /data folder .* cannot be written: give this user write access/u,
    );
  });

  it("by an address of a database that is none", () => {
    const ending = start({ DATA_DIR: join(folder, "a"), DATABASE_URL: "mysql://localhost/x" });
    expect(refusalIn(ending)).toMatch(/DATABASE_URL must look like/u);
  });

  it("by a database that cannot be reached", () => {
    const ending = start({ DATA_DIR: join(folder, "b"), DATABASE_URL: "postgres://nobody:x@127.0.0.1:1/sodb" });
    expect(refusalIn(ending)).toMatch(/at 127\.0\.0\.1:1 cannot be reached .*: start it, or correct DATABASE_URL\./u);
    expect(ending.sentences[0]).not.toContain("nobody:x");
  });

  it("by a port that another program uses, and the database that was started for it is stopped again", async () => {
    const dataDir = join(folder, "port");
    const port = await findFreePort(3450);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const profile = { name: "main", dataDir, durable: true } as const;
    try {
      expect(refusalIn(start({ DATA_DIR: dataDir, PORT: String(port) }))).toMatch(
        /Port \d+ is in use by another program: stop that/u,
      );
      expect(runningPostmaster(databasePlace(profile).cluster)).toBeNull();
    } finally {
      await new Promise((resolve) => other.close(resolve));
      await discardCluster(profile);
    }
  });

  it("by other machines that would be let in without https", async () => {
    const dataDir = join(folder, "open");
    const profile = { name: "main", dataDir, durable: true } as const;
    try {
      expect(refusalIn(start({ DATA_DIR: dataDir, HOST: "0.0.0.0" }))).toMatch(/https/u);
      expect(runningPostmaster(databasePlace(profile).cluster)).toBeNull();
    } finally {
      await discardCluster(profile);
    }
  });
});

describe("a database of another version", () => {
  const secrets = openSecrets(trial.dataDir);
  let adminUrl = "";
  let urls: DatabaseUrls;

  beforeAll(async () => {
    adminUrl = (await startEmbedded(trial, secrets)).adminUrl;
    urls = await prepareDatabase(adminUrl, secrets);
  }, 60_000);
  afterAll(() => discardTrial(trial));

  const prepare = () =>
    run(["--conditions=react-server", "--import", "tsx", "scripts/apart/prepare.ts"], {
      ADMIN_DATABASE_URL: adminUrl,
      DATA_DIR: trial.dataDir,
    });
  const rows = async (sql: string): Promise<object[]> =>
    withClient(urls.owner, async (client) => (await client.query<object>(sql)).rows);

  it("is brought to this one where something is pending", async () => {
    expect(prepare()).toMatchObject({ code: 0, sentences: [] });
    expect(await rows(`SELECT 1 FROM "_prisma_migrations" WHERE finished_at IS NULL`)).toEqual([]);
  });

  it("is left alone where it is newer", async () => {
    await rows(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
      VALUES ('x', 'x', now(), '99999999999999_future', 1)`);
    expect(refusalIn(prepare())).toMatch(
      /newer than this program .*99999999999999_future.*: install the newer version/u,
    );
    await rows("DELETE FROM _prisma_migrations WHERE id = 'x'");
  });

  it("stays as it was where a pending migration fails", async () => {
    const tables = `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1`;
    const before = await rows(tables);
    await rows("DELETE FROM _prisma_migrations WHERE migration_name >= '20261124000300'");
    expect(refusalIn(prepare())).toMatch(
      /stays as it was, because migration \S+_context failed and left nothing behind: .*: go on with the version/u,
    );
    expect(await rows(tables)).toEqual(before);
    expect(
      await rows(
        "SELECT 1 FROM _prisma_migrations WHERE migration_name >= '20261124000300' AND finished_at IS NOT NULL",
      ),
    ).toEqual([]);
  });
});
