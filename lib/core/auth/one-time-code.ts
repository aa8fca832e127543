import { createHash, randomInt } from "node:crypto";

/* No letter or digit that can be taken for another one on paper. */
const ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const LENGTH = 12;

/** A fresh code of 58 random bits, in three groups as it is printed. */
export function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return letters.match(/.{4}/g)?.join("-") ?? letters;
}

/** What the database keeps of a code, however its letters and groups were typed. */
export function hashCode(typed: string): Uint8Array<ArrayBuffer> {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return new Uint8Array(createHash("sha256").update(`code ${letters}`, "utf8").digest());
}
