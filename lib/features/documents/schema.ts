/** The documents that are filled from the register. */
export const documentKinds = ["MEMBER_FORM"] as const;
export type DocumentKind = (typeof documentKinds)[number];
