import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { errorCode, Refusal } from "./refusal";

const secret = z.string().min(43);

const secretsSchema = z.strictObject({
  admin: secret,
  owner: secret,
  app: secret,
  signin: secret,
  backup: secret,
  authSecret: secret,
  identityKey: secret,
  actionsKey: secret,
});

/** Everything secret of one installation: the passwords of its database roles and the keys of the app. */
export type Secrets = z.infer<typeof secretsSchema>;

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

/** The secrets in the text of a secrets file. Throws when something is missing. */
export function parseSecrets(text: string): Secrets {
  return secretsSchema.parse(JSON.parse(text));
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
