import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode, Refusal } from "./refusal";

const NAMES = ["admin", "owner", "app", "signin", "backup", "authSecret", "identityKey", "actionsKey"] as const;
const SHORTEST = 43;

/** Everything secret of one installation: the passwords of its database roles and the keys of the app. */
export type Secrets = Record<(typeof NAMES)[number], string>;

/** Reads the installation's secrets, making them on the first run; two first runs at once agree on one file. */
export function openSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const draft = join(dataDir, `secrets.${randomUUID()}`);
  try {
    return readSecrets(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  writeFileSync(draft, JSON.stringify(freshSecrets(), null, 2), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecrets(file);
}

/** The secrets in the text of a secrets file. Throws when one is missing, too short or unknown. */
export function parseSecrets(text: string): Secrets {
  const given = new Map<string, unknown>(Object.entries(JSON.parse(text)));
  const read = (name: string) => {
    const value = given.get(name);
    if (typeof value !== "string" || value.length < SHORTEST) throw new Error(`secret ${name} is missing or too short`);
    return value;
  };
  if (given.size !== NAMES.length) throw new Error("there are secrets missing or unknown");
  return {
    admin: read("admin"),
    owner: read("owner"),
    app: read("app"),
    signin: read("signin"),
    backup: read("backup"),
    authSecret: read("authSecret"),
    identityKey: read("identityKey"),
    actionsKey: read("actionsKey"),
  };
}

function readSecrets(file: string): Secrets {
  const text = readFileSync(file, "utf8");
  chmodSync(file, 0o600);
  try {
    return parseSecrets(text);
  } catch {
    throw new Refusal(
      `The secrets file ${file} is damaged: put it back from a backup (without it the database and the encrypted columns cannot be read).`,
    );
  }
}

function freshSecrets(): Secrets {
  const password = () => randomBytes(32).toString("base64url");
  const key = () => randomBytes(32).toString("base64");
  return {
    admin: password(),
    owner: password(),
    app: password(),
    signin: password(),
    backup: password(),
    authSecret: password(),
    identityKey: key(),
    actionsKey: key(),
  };
}
