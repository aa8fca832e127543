import "server-only";
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/* 32 MiB and three passes. Three at once leave one of Node's four worker threads for everything else. */
const COST = { memory: 32_768, passes: 3, parallelism: 1 } as const;
const TAG_BYTES = 32;
const AT_ONCE = 3;

type Phc = { memory: number; passes: number; parallelism: number; nonce: Buffer; tag: Buffer };

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function tagOf(
  password: string,
  { memory, passes, parallelism, nonce, tagLength }: Omit<Phc, "tag"> & { tagLength: number },
) {
  const message = Buffer.from(password.normalize("NFC"), "utf8");
  return inTurn(() => derive("argon2id", { message, nonce, memory, passes, parallelism, tagLength }));
}

const plain = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

/** The argon2id hash of a password (NFC), as a PHC string that carries its salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, { ...COST, nonce, tagLength: TAG_BYTES });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(nonce)}$${plain(tag)}`;
}

function readPhc(text: string): Phc | null {
  const [, memory, passes, parallelism, nonce, tag] =
    /^\$argon2id\$v=19\$m=(\d{4,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text) ?? [];
  if (!nonce || !tag) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
}

const nobody = Buffer.from("a salt for nobody", "utf8").subarray(0, 16);

/** Whether the password is the one of the hash. Without a hash it does the same work and says no. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const phc = hash === null ? null : readPhc(hash);
  if (!phc) {
    await tagOf(password, { ...COST, nonce: nobody, tagLength: TAG_BYTES });
    return false;
  }
  const tag = await tagOf(password, { ...phc, tagLength: phc.tag.length });
  return timingSafeEqual(tag, phc.tag);
}

/** Whether the hash was made at another cost than is used now. */
export function needsNewHash(hash: string): boolean {
  const phc = readPhc(hash);
  return !phc || phc.memory !== COST.memory || phc.passes !== COST.passes || phc.parallelism !== COST.parallelism;
}
