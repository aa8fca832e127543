/** The documents that are filled from the register. */
export const documentKinds = [
  "MEMBER_FORM",
  "LETTER_WITHIN",
  "LETTER_OUT",
  "LETTER_TEMPORARY",
  "BADGE_LIST",
  "BADGE_PROPOSAL",
] as const;
export type DocumentKind = (typeof documentKinds)[number];
