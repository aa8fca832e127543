import { secrecyMarkIn } from "@/lib/core/text/secrecy";

/* "DEGREE OF SECRECY: SECRET", where the mark stands beside another word in capitals. */
const LABELLED = /^(?:M\u1EE8C )?\u0110\u1ED8 M\u1EACT\s*:?\s*(?:T\u1ED0I |TUY\u1EC6T )?M\u1EACT$/u;
const GIVEN_NAME = "M\u1EACT";

/**
 * Whether a secrecy mark stands alone in one of the texts around the tables or inside them, where the one that is also a
 * given name needs more beside it. Secret papers are not taken (Law 117/2025/QH15).
 */
export function hasSecrecyMark(around: readonly string[], inside: readonly string[]): boolean {
  return (
    around.some((text) => secrecyMarkIn(text) !== null || LABELLED.test(written(text))) ||
    inside.some((text) => secrecyMarkIn(text) !== null && written(text) !== GIVEN_NAME)
  );
}

function written(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
