import sharp, { type Sharp } from "sharp";
import { RefusedError } from "../reader/refused.ts";
import { PICTURE_LIMITS, type Picture, type PictureReading, type PictureUse } from "./reading.ts";

/* Only these two are ever opened, whatever else the library knows, and by one thread without leftovers. */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer"] });
sharp.cache(false);
sharp.concurrency(1);

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPG = Buffer.from([0xff, 0xd8, 0xff]);

/* A sheet of handwriting is read well at the first of these; the last are for pictures with nothing but noise in them. */
const SIDES = [2000, 1600, 1200, 800] as const;
const QUALITIES = [75, 50] as const;
const SMALL_SIDE = 240;
const WHOLE_SIDE = 6000;
const WHOLE_QUALITY = 85;

function formatOf(file: Buffer): Picture["format"] | null {
  if (file.subarray(0, PNG.length).equals(PNG)) return "PNG";
  return file.subarray(0, JPG.length).equals(JPG) ? "JPG" : null;
}

/** The picture made anew, or why it is none. Throws where it cannot be read to the end. */
export async function recodedPicture(file: Buffer, use: PictureUse): Promise<PictureReading> {
  if (file.length === 0) return { refused: "EMPTY" };
  const format = formatOf(file);
  if (format === null) return { refused: "OTHER_KIND" };
  const pixels = PICTURE_LIMITS.pixels[format];
  const open = () => sharp(file, { limitInputPixels: pixels, failOn: "error" });
  const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
  if (width * height > pixels) return { refused: "TOO_MANY_PIXELS" };
  return use === "PHOTO" ? photo(open()) : whole(open(), format);
}

const within = (side: number) => ({ width: side, height: side, fit: "inside", withoutEnlargement: true }) as const;

async function photo(picture: Sharp): Promise<PictureReading> {
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .resize(within(SIDES[0]))
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const again = () => sharp(data, { raw: { width, height, channels } });
  for (const side of SIDES) {
    for (const quality of QUALITIES) {
      const made = await again()
        .resize(within(side))
        .jpeg({ quality, mozjpeg: true })
        .toBuffer({ resolveWithObject: true });
      if (made.data.length > PICTURE_LIMITS.photoBytes) continue;
      const small = await again().resize(within(SMALL_SIDE)).jpeg({ quality: 60 }).toBuffer();
      return told("JPG", made, small);
    }
  }
  throw new RefusedError("DAMAGED");
}

async function whole(picture: Sharp, format: Picture["format"]): Promise<PictureReading> {
  const upright = picture.autoOrient().resize(within(WHOLE_SIDE));
  const made = format === "JPG" ? upright.jpeg({ quality: WHOLE_QUALITY }) : upright.png();
  const found = await made.toBuffer({ resolveWithObject: true });
  return found.data.length > PICTURE_LIMITS.wholeBytes ? { refused: "TOO_BIG" } : told(format, found, null);
}

type Made = { readonly data: Buffer; readonly info: { readonly width: number; readonly height: number } };

function told(format: Picture["format"], { data, info: { width, height } }: Made, small: Buffer | null): Picture {
  return { format, bytes: data.toString("base64"), width, height, small: small && small.toString("base64") };
}
