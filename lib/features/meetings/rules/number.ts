import type { MeetingBody } from "@/lib/core/db/generated/enums";

/* How papers of a branch, and of the committee and its bodies, write minutes and their issuer (QĐ 399-QĐ/TW, HD 05-HD/VPTW 2026). */
const SIGN = "BB/CB";
const SIGN_OF_COMMITTEE = "BB/\u0110U";
const DOTS = "\u2026\u2026";

/** Number and sign of minutes as papers write them, below ten with a zero before; dots where no number has been given. */
export function minutesSign(number: number | null, body: MeetingBody | null = null): string {
  return `${number === null ? DOTS : String(number).padStart(2, "0")}-${body === null ? SIGN : SIGN_OF_COMMITTEE}`;
}

/** The number after the highest one given in the term; numbering begins at 1 (QĐ 399-QĐ/TW 2026: per kind and term). */
export function nextNumber(highest: number | null): number {
  return (highest ?? 0) + 1;
}
