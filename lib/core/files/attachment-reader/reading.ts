/** What a file that is kept with a record may be. */
export type AttachmentFormat = "PDF" | "DOCX" | "XLSX" | "JPG" | "PNG";

/** Why a file is not kept; each is a sentence that says what to do instead. */
export type AttachmentRefusal =
  | "EMPTY"
  | "TOO_BIG"
  | "INFLATES"
  | "TOO_HEAVY"
  | "TOO_MANY_PIXELS"
  | "LOCKED"
  | "OLD_OFFICE"
  | "OTHER_KIND"
  | "DAMAGED"
  | "MACROS";

/**
 * What a file turns out to be by its content, with the secrecy mark that stands alone in its text, or null; `stripped` is a picture
 * without what cameras write into it, as base64.
 */
export type AttachmentReading =
  | { readonly refused: AttachmentRefusal }
  | { readonly format: AttachmentFormat; readonly mark: string | null; readonly stripped: string | null };

const MEGABYTE = 1024 * 1024;

/** How much of an attachment is read at most; `openedBytes` is all that reading a PDF takes beside the heap, copies included. */
export const ATTACHMENT_LIMITS = {
  bytes: 10 * MEGABYTE,
  inflatedBytes: 60 * MEGABYTE,
  openedBytes: 256 * MEGABYTE,
  heapMegabytes: 256,
  answerBytes: 16 * MEGABYTE,
  milliseconds: 20_000,
} as const;
