import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { env } from "@/lib/core/env";

/* Column encryption of ID numbers: AES-256-GCM, nonce(12) · tag(16) · ciphertext; the hash is keyed so that it finds
   duplicates and nothing else. Both keys derive from IDENTITY_KEY, which never enters the database. */

const currentKeyId = "1";

const keys = new Map<string, KeyObject>();

function key(purpose: "cipher" | "hash"): KeyObject {
  const known = keys.get(purpose);
  if (known) return known;
  const secret = Buffer.from(env().IDENTITY_KEY, "base64");
  const made = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", `identity/${purpose}`, 32)));
  keys.set(purpose, made);
  return made;
}

/** An encrypted ID number as stored: the cipher text, the keyed hash, the last three digits, and which key it is under. */
export type SealedNumber = {
  keyId: string;
  cipher: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
  tail: string;
};

/** Seals a number bound to its member, so that a cipher text copied to another member's row does not open. */
export function sealNumber(memberId: string, number: string): SealedNumber {
  return {
    keyId: currentKeyId,
    cipher: sealText(memberId, number),
    hash: numberHash(number),
    tail: number.slice(-3),
  };
}

/** The keyed hash by which a number is found, without telling it. */
export function numberHash(number: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", key("hash")).update(number).digest());
}

/** Seals a text bound to the place it is kept at, so that it opens there and nowhere else. */
export function sealText(place: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key("cipher"), nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** Opens what was sealed. Throws where it was sealed for another place or member, or has been altered. */
export function openText(place: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const opener = createDecipheriv("aes-256-gcm", key("cipher"), bytes.subarray(0, 12));
  opener.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString("utf8");
}

/** Opens a sealed number. Throws where it was sealed for another member or has been altered. */
export function openNumber(memberId: string, cipher: Uint8Array): string {
  return openText(memberId, cipher);
}

/** What a masked screen shows: the length and the last three digits. */
export function maskedNumber(tail: string | null, length: 9 | 12): string | null {
  return tail === null ? null : `${"•".repeat(length - tail.length)}${tail}`;
}
