/** Why a file is no template; each is a sentence that says what to do instead. */
export type TemplateRefusal =
  | "EMPTY"
  | "TOO_BIG"
  | "INFLATES"
  | "TOO_HEAVY"
  | "LOCKED"
  | "OLD_WORD"
  | "OTHER_KIND"
  | "DAMAGED"
  | "MACROS"
  | "LINKS"
  | "EMBEDDED"
  | "FIELDS";

/** A tag as it stands in a template: alone, as a loop with what is inside, or in a way no document is filled by. */
export type TagSeen = {
  readonly tag: string;
  readonly kind: "FIELD" | "LOOP" | "OTHER";
  readonly inside: readonly TagSeen[];
};

/** A fault of the braces: what kind, and the text it is near to. */
export type TagFault = {
  readonly kind: "UNCLOSED_TAG" | "UNOPENED_TAG" | "UNCLOSED_LOOP" | "UNOPENED_LOOP" | "CROSSED_LOOPS" | "OTHER";
  readonly near: string;
};

/** What reading a template comes to: its own parts packed anew, the tags in them and their faults. */
export type TemplateReading =
  | { readonly refused: TemplateRefusal }
  | { readonly packed: string; readonly tags: readonly TagSeen[]; readonly faults: readonly TagFault[] };

const MEGABYTE = 1024 * 1024;

/** How much of a template is read at most. */
export const TEMPLATE_LIMITS = {
  bytes: MEGABYTE,
  inflatedBytes: 8 * MEGABYTE,
  tags: 2000,
  heapMegabytes: 160,
  answerBytes: 4 * MEGABYTE,
  milliseconds: 10_000,
} as const;
