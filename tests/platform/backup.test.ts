import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proveBackup } from "@/scripts/backup/manifest";
import { backUpPhysically } from "@/scripts/backup/physical-backup";
import { restorePhysically } from "@/scripts/backup/physical-restore";
import { backUpPortably } from "@/scripts/backup/portable-backup";
import { adoptKeys, restorePortably } from "@/scripts/backup/portable-restore";
import { closeInstallation, headsOf, refuseOtherRegister } from "@/scripts/backup/restore-target";
import { withClient } from "@/scripts/database/connect";
import { prepareDatabase } from "@/scripts/database/prepare";
import { DATABASE, type DatabaseUrls } from "@/scripts/database/urls";
import { type EmbeddedServer, startEmbedded } from "@/scripts/postgres/embedded";
import { type Profile } from "@/scripts/profile";
import { openSecrets } from "@/scripts/secrets";
import { beginChain, chainOf, protection, waitingRestores } from "./restored-register";
import { discardTrial, trialProfile } from "./trial-profile";

type Installation = { profile: Profile; server: EmbeddedServer; urls: DatabaseUrls };

const trials: Profile[] = [];
const register = randomUUID();
const awkward = 'Đảng ủy xã\tNa Ư\\ "một"\nhai';
let first: Installation;

async function install(): Promise<Installation> {
  const profile = trialProfile();
  trials.push(profile);
  const secrets = openSecrets(profile.dataDir);
  const server = await startEmbedded(profile, secrets);
  return { profile, server, urls: await prepareDatabase(server.adminUrl, secrets) };
}

async function enter(adminUrl: string, committeeId: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('INSERT INTO "Committee" (id) VALUES ($1)', [committeeId]);
    await client.query(
      `INSERT INTO "CommitteeName" ("committeeId", id, name, "superiorKind", "superiorName", "startsOn")
       VALUES ($1, $2, $3, 'DISTRICT', 'X', '2020-01-01')`,
      [committeeId, randomUUID(), name],
    );
  });
}

async function names(url: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string }>('SELECT name FROM "CommitteeName"'),
  );
  return rows.map(({ name }) => name);
}

function backupFolder(profile: Profile, name: string): string {
  const folder = join(profile.dataDir, name);
  mkdirSync(folder);
  return folder;
}

const secretsFile = (profile: Profile) => join(profile.dataDir, "secrets.json");

const unknown = { reason: null, before: new Map() };

beforeAll(async () => {
  first = await install();
  await enter(first.urls.admin, register, awkward);
  await beginChain(first.urls, register);
  await withClient(first.urls.admin, (client) =>
    client.query(
      `INSERT INTO "Village" ("committeeId", id, name, "sortKey", "startsOn")
       SELECT $1, gen_random_uuid(), repeat('x', 150), 'x', '2020-01-01' FROM generate_series(1, 20000)`,
      [register],
    ),
  );
}, 60_000);

afterAll(async () => {
  for (const trial of trials) await discardTrial(trial);
});

describe("a physical backup", () => {
  let folder = "";

  beforeAll(async () => {
    folder = backupFolder(first.profile, "physical");
    await backUpPhysically(first.urls.admin, first.server.place.cluster, secretsFile(first.profile), folder);
  });

  it("is taken from the running server and names what is inside", async () => {
    expect(await proveBackup(folder)).toMatchObject({ kind: "physical", postgres: "18", registers: [register] });
    expect(await names(first.urls.app)).toEqual([]);
    expect(await names(first.urls.admin)).toEqual([awkward]);
  });

  it("restores on a machine that has nothing, keys and protection included", async () => {
    const bare = trialProfile();
    trials.push(bare);
    const manifest = await proveBackup(folder);
    await closeInstallation(bare, manifest, false);
    const { kept, waiting } = await restorePhysically(bare, folder, manifest, unknown);
    expect([kept, waiting]).toEqual(["", { registers: 1, withoutLeader: 1 }]);

    const secrets = openSecrets(bare.dataDir);
    expect(secrets).toEqual(openSecrets(first.profile.dataDir));
    const urls = await prepareDatabase((await startEmbedded(bare, secrets)).adminUrl, secrets);
    expect(await names(urls.admin)).toEqual([awkward]);
    expect(await protection(urls.admin)).toEqual(await protection(first.urls.admin));
    expect(await waitingRestores(urls.admin)).toEqual([
      { kind: "PHYSICAL", keptAs: null, reason: null, auditSeq: "1", beforeSeq: null, seq: "2", type: "restore.made" },
    ]);
    expect(await chainOf(urls, register)).toEqual({ checked: "2", first_fault: null });
  });

  it("takes the place of an installation, which is kept, and drops what came after the backup", async () => {
    const second = await install();
    const manifest = await proveBackup(folder);
    await second.server.stop();
    const before = new Map([[register, { seq: 7n, hash: new Uint8Array([9]) }]]);
    const { kept } = await restorePhysically(second.profile, folder, manifest, { reason: "Hỏng ổ cứng", before });
    expect(existsSync(join(kept, "PG_VERSION"))).toBe(true);
    const secrets = openSecrets(second.profile.dataDir);
    const urls = await prepareDatabase((await startEmbedded(second.profile, secrets)).adminUrl, secrets);
    expect(await waitingRestores(urls.admin)).toMatchObject([
      { keptAs: basename(kept), reason: "Hỏng ổ cứng", beforeSeq: "7" },
    ]);
  });

  it("changes nothing when the restored server does not come up", async () => {
    const second = await install();
    await enter(second.urls.admin, randomUUID(), "still here");
    await second.server.stop();
    const manifest = await proveBackup(folder);
    const wrong = { ...manifest, migrations: ["20200101000000_other"] };
    await expect(restorePhysically(second.profile, folder, wrong, unknown)).rejects.toThrow(
      /put back as it was: .*other migrations/,
    );
    const secrets = openSecrets(second.profile.dataDir);
    const urls = await prepareDatabase((await startEmbedded(second.profile, secrets)).adminUrl, secrets);
    expect(await names(urls.admin)).toEqual(["still here"]);
  });
});

describe("a portable backup", () => {
  let folder = "";

  beforeAll(async () => {
    folder = backupFolder(first.profile, "portable");
    await backUpPortably(first.urls.backup, secretsFile(first.profile), folder);
  });

  it("restores into another server, text unchanged, with that server's own passwords and the backup's keys", async () => {
    const second = await install();
    await enter(second.urls.admin, randomUUID(), "before");
    const secrets = openSecrets(second.profile.dataDir);
    const manifest = await proveBackup(folder);
    const before = await headsOf(second.server.adminUrl, DATABASE);
    const circumstances = { reason: null, before };
    const { kept } = await restorePortably(second.server.adminUrl, DATABASE, secrets, folder, manifest, circumstances);
    adoptKeys(second.profile.dataDir, folder, secrets);

    expect(kept).toBe("sodb_before_restore");
    expect(await names(second.urls.admin)).toEqual([awkward]);
    expect(await protection(second.urls.admin)).toEqual(await protection(first.urls.admin));
    expect(openSecrets(second.profile.dataDir)).toEqual({
      ...secrets,
      identityKey: openSecrets(first.profile.dataDir).identityKey,
      authSecret: openSecrets(first.profile.dataDir).authSecret,
      actionsKey: openSecrets(first.profile.dataDir).actionsKey,
    });
    expect(await prepareDatabase(second.server.adminUrl, secrets)).toEqual(second.urls);
    expect(await waitingRestores(second.urls.admin)).toMatchObject([
      { kind: "PORTABLE", keptAs: kept, auditSeq: "1", seq: "2", type: "restore.made" },
    ]);
    expect(await chainOf(second.urls, register)).toEqual({ checked: "2", first_fault: null });
  });

  it("holds one moment even while rows are written", async () => {
    const busy = withClient(first.urls.admin, async (client) => {
      for (let round = 0; round < 200; round++) {
        const id = randomUUID();
        await client.query("BEGIN");
        await client.query('INSERT INTO "Committee" (id) VALUES ($1)', [id]);
        await client.query('DELETE FROM "Committee" WHERE id = $1', [id]);
        await client.query("COMMIT");
      }
    });
    const other = backupFolder(first.profile, "busy");
    await backUpPortably(first.urls.backup, secretsFile(first.profile), other);
    await busy;
    const { tables } = await proveBackup(other);
    expect(tables.find(({ table }) => table === "public.Committee")?.rows).toBe(1);
  });

  it("of a newer version is refused before anything is touched", async () => {
    const manifest = await proveBackup(folder);
    const newer = { ...manifest, migrations: [...manifest.migrations, "99990101000000_future"] };
    const secrets = openSecrets(first.profile.dataDir);
    await expect(restorePortably(first.server.adminUrl, DATABASE, secrets, folder, newer, unknown)).rejects.toThrow(
      /newer version/,
    );
    expect(await names(first.urls.admin)).toEqual([awkward]);
  });

  it("of another register is refused unless it shall replace this one", async () => {
    const manifest = await proveBackup(folder);
    await refuseOtherRegister(first.server.adminUrl, DATABASE, manifest);
    const others = { ...manifest, registers: [randomUUID()] };
    await expect(refuseOtherRegister(first.server.adminUrl, DATABASE, others)).rejects.toThrow(/another register/);
  });
});

describe("a damaged backup is recognised", () => {
  let folder = "";
  const table = () => join(folder, "tables", "public.CommitteeName.copy");

  beforeAll(async () => {
    folder = backupFolder(first.profile, "damaged");
    await backUpPortably(first.urls.backup, secretsFile(first.profile), folder);
  });

  it.each<[string, () => void]>([
    [
      "one flipped bit",
      () =>
        writeFileSync(
          table(),
          readFileSync(table()).map((byte, index) => (index === 3 ? byte ^ 1 : byte)),
        ),
    ],
    ["a file cut off", () => truncateSync(table(), 5)],
    ["a file missing", () => rmSync(table())],
    [
      "a changed manifest",
      () =>
        writeFileSync(
          join(folder, "manifest.json"),
          readFileSync(join(folder, "manifest.json"), "utf8").replace("portable", "physical"),
        ),
    ],
    ["no seal", () => rmSync(join(folder, "manifest.sha256"))],
  ])("%s", async (_what, damage) => {
    damage();
    await expect(proveBackup(folder)).rejects.toThrow(/damaged|no finished backup/);
  });
});
