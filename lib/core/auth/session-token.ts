import { createHash, randomBytes } from "node:crypto";

/** A fresh secret of 256 random bits, written so that it fits a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret: its SHA-256. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token, "utf8").digest());
}
