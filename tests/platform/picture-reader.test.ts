import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { PICTURE_LIMITS, type PictureUse } from "@/lib/core/files/picture-reader/reading";
import { readPicture } from "@/lib/core/files/read-picture";
import { factsOf, noisyPhoto, notedPicture, pictureNote, plainPicture } from "../support/pictures";
import { pngWith } from "../support/png";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const PAGE = { width: 3000, height: 4000 };

async function kept(file: Uint8Array, use: PictureUse) {
  const reading = await readPicture(file, use);
  if ("refused" in reading) throw new Error(reading.refused);
  const [whole, small] = [reading.bytes, reading.small ?? ""].map((text) => Buffer.from(text, "base64"));
  return { reading, whole: whole ?? Buffer.alloc(0), small: small ?? Buffer.alloc(0) };
}

describe("a photo of a page, read apart", () => {
  it("is an upright JPG of 300 KB at most, with a thumbnail, and nothing in either but the picture", async () => {
    for (const format of ["jpeg", "png"] as const) {
      const noted = await notedPicture(format, PAGE);
      expect((await factsOf(noted)).notes).toBeGreaterThan(0);
      const { reading, whole, small } = await kept(noted, "PHOTO");
      expect(reading).toMatchObject({ format: "JPG", width: 2000, height: 1500 });
      expect(await factsOf(whole)).toEqual({ format: "jpeg", width: 2000, height: 1500, notes: 0 });
      expect(await factsOf(small)).toEqual({ format: "jpeg", width: 240, height: 180, notes: 0 });
      expect(whole.toString("latin1").toUpperCase()).not.toContain(pictureNote);
      expect(small.length).toBeLessThanOrEqual(PICTURE_LIMITS.smallBytes);
    }
  });

  it("is 300 KB at most even where nothing in it can be left out, and keeps its shape", async () => {
    const noise = await noisyPhoto(PAGE);
    expect(noise.length).toBeGreaterThan(4 * 1024 * 1024);
    const { reading, whole, small } = await kept(noise, "PHOTO");
    expect(whole.length).toBeLessThanOrEqual(PICTURE_LIMITS.photoBytes);
    expect(small.length).toBeLessThanOrEqual(PICTURE_LIMITS.smallBytes);
    expect(reading).toMatchObject(await factsOf(whole).then(({ width, height }) => ({ width, height })));
    expect(Math.abs(("width" in reading ? reading.width / reading.height : 0) - 0.75)).toBeLessThan(0.01);
  });

  it("is never made larger than it was", async () => {
    const { reading } = await kept(await plainPicture("jpeg"), "PHOTO");
    expect(reading).toMatchObject({ width: 40, height: 30 });
  });

  it("is refused with its reason, never half taken", async () => {
    const whole = await plainPicture("jpeg", PAGE);
    const files: [Uint8Array, string][] = [
      [new Uint8Array(), "EMPTY"],
      [bytes(`MZ\u0090\u0000${"\u0000".repeat(200)}PE`), "OTHER_KIND"],
      [bytes("%PDF-1.7\ntrailer<<>>\n%%EOF\n"), "OTHER_KIND"],
      [bytes("GIF89a\u0001\u0000\u0001\u0000"), "OTHER_KIND"],
      [bytes("<svg xmlns='http://www.w3.org/2000/svg'></svg>"), "OTHER_KIND"],
      [new Uint8Array(PICTURE_LIMITS.bytes + 1), "TOO_BIG"],
      [whole.subarray(0, whole.length / 2), "DAMAGED"],
      [bytes("\u00FF\u00D8\u00FF\u00E0 no picture at all"), "DAMAGED"],
      [pngWith({ width: 30_000, height: 30_000, pixels: deflateSync(Buffer.alloc(1000)) }), "TOO_MANY_PIXELS"],
      [pngWith({ width: 100, height: 100, pixels: deflateSync(Buffer.alloc(10)) }), "DAMAGED"],
    ];
    for (const [file, refused] of files) expect(await readPicture(file, "PHOTO")).toEqual({ refused });
  });
});

describe("a picture kept as it is, read apart", () => {
  it("keeps its kind and size, and loses what its camera wrote", async () => {
    for (const format of ["jpeg", "png"] as const) {
      const { reading, whole } = await kept(await notedPicture(format, { width: 60, height: 80 }), "WHOLE");
      expect(reading).toMatchObject({ width: 80, height: 60, small: null });
      expect(await factsOf(whole)).toEqual({ format, width: 80, height: 60, notes: 0 });
    }
  });
});
