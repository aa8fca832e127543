import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/core/env";

/* Column encryption of ID numbers: AES-256-GCM, nonce(12) · tag(16) · ciphertext; the hash is keyed so that it finds
   duplicates and nothing else. Both keys derive from IDENTITY_KEY, which never enters the database. */

const currentKeyId = "1";

function key(purpose: "cipher" | "hash"): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(env().IDENTITY_KEY, "base64"), "", `identity/${purpose}`, 32));
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
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key("cipher"), nonce).setAAD(Buffer.from(memberId));
  const body = Buffer.concat([cipher.update(number, "utf8"), cipher.final()]);
  return {
    keyId: currentKeyId,
    cipher: new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body])),
    hash: new Uint8Array(createHmac("sha256", key("hash")).update(number).digest()),
    tail: number.slice(-3),
  };
}

/** Opens a sealed number. Throws where it was sealed for another member or has been altered. */
export function openNumber(memberId: string, cipher: Uint8Array): string {
  const bytes = Buffer.from(cipher);
  const opener = createDecipheriv("aes-256-gcm", key("cipher"), bytes.subarray(0, 12));
  opener.setAAD(Buffer.from(memberId)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString("utf8");
}

/** What a masked screen shows: the length and the last three digits. */
export function maskedNumber(tail: string | null, length: 9 | 12): string | null {
  return tail === null ? null : `${"•".repeat(length - tail.length)}${tail}`;
}
