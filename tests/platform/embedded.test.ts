import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { withClient } from "@/scripts/database/connect";
import { embeddedSource } from "@/scripts/database/source";
import { type EmbeddedServer, startEmbedded } from "@/scripts/postgres/embedded";
import { blankForeignPid, runningPostmaster } from "@/scripts/postgres/pid-file";
import { Refusal } from "@/scripts/refusal";
import { claimRun } from "@/scripts/run-lock";
import { openSecrets, type Secrets } from "@/scripts/secrets";
import { discardTrial, trialProfile } from "./trial-profile";

const profile = trialProfile();
let secrets: Secrets;
let server: EmbeddedServer;

beforeAll(async () => {
  secrets = openSecrets(profile.dataDir);
  server = await startEmbedded(profile, secrets);
});

afterAll(() => discardTrial(profile));

async function setting(name: string): Promise<string> {
  const { rows } = await withClient(server.adminUrl, (client) =>
    client.query<{ value: string }>("SELECT current_setting($1) AS value", [name]),
  );
  return rows[0]?.value ?? "";
}

describe("the embedded server", () => {
  it.each([
    ["fsync", "on"],
    ["full_page_writes", "on"],
    ["synchronous_commit", "on"],
    ["data_checksums", "on"],
    ["listen_addresses", "127.0.0.1"],
    ["unix_socket_directories", ""],
    ["password_encryption", "scram-sha-256"],
    ["server_encoding", "UTF8"],
    ["log_min_error_statement", "panic"],
  ])("has %s = %s", async (name, value) => {
    expect(await setting(name)).toBe(value);
  });

  it("asks everybody for a password, by SCRAM only", async () => {
    const rules = readFileSync(join(server.place.cluster, "pg_hba.conf"), "utf8").trim().split("\n");
    expect(rules.every((rule) => rule.endsWith("scram-sha-256"))).toBe(true);
    const wrong = new URL(server.adminUrl);
    wrong.password = "wrong";
    await expect(withClient(wrong.toString(), (client) => client.query("SELECT 1"))).rejects.toThrow(/password/);
  });

  it("keeps secrets and data from everybody else", () => {
    expect(statSync(join(profile.dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(statSync(server.place.cluster).mode & 0o077).toBe(0);
    expect(openSecrets(profile.dataDir)).toEqual(secrets);
  });

  it("is adopted when it runs already", async () => {
    const second = await startEmbedded(profile, secrets);
    expect(second.adopted).toBe(true);
    expect(second.adminUrl).toBe(server.adminUrl);
  });

  it("says so when the secrets file is another cluster's", async () => {
    const others = { ...secrets, admin: "x".repeat(43) };
    await expect(startEmbedded(profile, others)).rejects.toThrow(Refusal);
  });

  it("comes back by itself after kill -9, with everything acknowledged", async () => {
    await withClient(server.adminUrl, async (client) => {
      await client.query("CREATE TABLE kept (n int)");
      await client.query("INSERT INTO kept VALUES (1)");
    });
    for (let round = 0; round < 3; round++) {
      const pid = runningPostmaster(server.place.cluster);
      if (pid === null) throw new Error("not running");
      process.kill(pid, "SIGKILL");
      server = await startEmbedded(profile, secrets);
      const { rows } = await withClient(server.adminUrl, (client) => client.query("SELECT n FROM kept"));
      expect(rows).toEqual([{ n: 1 }]);
    }
  });
});

describe("one installation runs once", () => {
  it("lets the second start know, and takes over when the first is gone", async () => {
    const source = await embeddedSource(profile, secrets);
    const first = await claimRun(profile, source);
    expect(first).not.toBeNull();
    expect(await claimRun(profile, source)).toBeNull();
    await first?.release();
    const third = await claimRun(profile, source);
    expect(third).not.toBeNull();
    await third?.release();
  });

  it("brings the database back while it runs", async () => {
    const source = await embeddedSource(profile, secrets);
    const lock = await claimRun(profile, source);
    const pid = runningPostmaster(server.place.cluster);
    if (pid === null) throw new Error("not running");
    process.kill(pid, "SIGKILL");
    await vi.waitFor(async () => expect(await setting("fsync")).toBe("on"), { timeout: 60_000, interval: 100 });
    expect(runningPostmaster(server.place.cluster)).not.toBe(pid);
    await lock?.release();
  });
});

describe("the file with the server's process id", () => {
  const cluster = join(profile.dataDir, "pid-file");
  const write = (pid: number) => {
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, "postmaster.pid"), `${pid}\n/somewhere\n`);
  };
  const text = () => readFileSync(join(cluster, "postmaster.pid"), "utf8");

  it("is left alone when its process is dead", () => {
    write(2_147_483_646);
    blankForeignPid(cluster);
    expect(text()).toBe("2147483646\n/somewhere\n");
  });

  it("loses only the number when that now belongs to another program", () => {
    write(process.pid);
    expect(runningPostmaster(cluster)).toBeNull();
    blankForeignPid(cluster);
    expect(text()).toBe("2147483646\n/somewhere\n");
  });

  it("does not stop a start when its number now belongs to another program", async () => {
    await server.stop();
    writeFileSync(join(server.place.cluster, "postmaster.pid"), `${process.pid}\n${server.place.cluster}\n`);
    server = await startEmbedded(profile, secrets);
    expect(await setting("fsync")).toBe("on");
  });
});
