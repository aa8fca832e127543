import { RefusedError } from "../reader/refused.ts";

/* What a picture needs to be shown; everything else in it is about who took it, where and with what. */
const PNG_SIGNATURE_LENGTH = 8;
const PNG_KEPT = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|sBIT|bKGD|pHYs)$/u;
/* Marks of a JPEG: the start of the pixels, and the segments that may hold notes (APP1 to APP13 and APP15, and comments). */
const SCAN = 0xda;
const ADOBE = 0xee;
const isNote = (mark: number) => (mark >= 0xe1 && mark <= 0xef && mark !== ADOBE) || mark === 0xfe;

/** A PNG with nothing in it but the picture. Throws a RefusedError where its chunks do not follow one another to the end. */
export function strippedPng(file: Buffer): Buffer {
  const kept = [file.subarray(0, PNG_SIGNATURE_LENGTH)];
  let at = PNG_SIGNATURE_LENGTH;
  for (;;) {
    if (at + 12 > file.length) throw new RefusedError("DAMAGED");
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) throw new RefusedError("DAMAGED");
    const name = file.toString("latin1", at + 4, at + 8);
    if (PNG_KEPT.test(name)) kept.push(file.subarray(at, end));
    if (name === "IEND") return Buffer.concat(kept);
    at = end;
  }
}

/** A JPEG with nothing in it but the picture. Throws a RefusedError where its segments do not lead to the pixels. */
export function strippedJpg(file: Buffer): Buffer {
  const kept = [file.subarray(0, 2)];
  let at = 2;
  for (;;) {
    if (at + 4 > file.length || file[at] !== 0xff) throw new RefusedError("DAMAGED");
    const mark = file.readUInt8(at + 1);
    if (mark === SCAN) return Buffer.concat([...kept, pixels(file, at)]);
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (!isNote(mark)) kept.push(file.subarray(at, end));
    at = end;
  }
}

/* From the pixels to the last end mark; what is hung on behind it is no part of the picture. */
function pixels(file: Buffer, from: number): Buffer {
  const end = file.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (end < from) throw new RefusedError("DAMAGED");
  return file.subarray(from, end + 2);
}
