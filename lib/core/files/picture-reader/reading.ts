/** Why a picture is not kept; each is a sentence that says what to do instead. */
export type PictureRefusal = "EMPTY" | "TOO_BIG" | "TOO_HEAVY" | "TOO_MANY_PIXELS" | "OTHER_KIND" | "DAMAGED";

/**
 * A picture made anew from its pixels alone, upright, as base64: nothing that came with them is in it. `small` is the same picture at
 * the size of a thumb; none where it was not asked for.
 */
export type Picture = {
  readonly format: "JPG" | "PNG";
  readonly bytes: string;
  readonly width: number;
  readonly height: number;
  readonly small: string | null;
};

/** What became of a picture. */
export type PictureReading = { readonly refused: PictureRefusal } | Picture;

/** PHOTO: a sheet of paper as small as it stays readable, always a JPG. WHOLE: as it was, of its own format. */
export type PictureUse = "PHOTO" | "WHOLE";

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;
const MILLION = 1_000_000;

/** How much of a picture is read at most, and how large it may be afterwards. A JPG is opened row by row, a PNG may be 64 bits a pixel. */
export const PICTURE_LIMITS = {
  bytes: 15 * MEGABYTE,
  photoBytes: 300 * KILOBYTE,
  smallBytes: 30 * KILOBYTE,
  wholeBytes: 10 * MEGABYTE,
  pixels: { JPG: 64 * MILLION, PNG: 24 * MILLION },
  heapMegabytes: 128,
  answerBytes: 16 * MEGABYTE,
  milliseconds: 40_000,
} as const;
