import sharp from "sharp";

const PLACE = "CAMERA-AND-PLACE";

/** What `notedPicture` writes into a picture beside its pixels, in upper case. */
export const pictureNote = PLACE;

type Size = { readonly width: number; readonly height: number };

/** A picture in one colour; each `shade` is another file. */
export async function plainPicture(
  format: "jpeg" | "png" = "jpeg",
  { width, height }: Size = { width: 40, height: 30 },
  shade = 200,
): Promise<Uint8Array<ArrayBuffer>> {
  const background = { r: shade, g: shade, b: shade };
  const made = sharp({ create: { width, height, channels: 3, background } });
  return new Uint8Array(await made.toFormat(format).toBuffer());
}

/** A picture that lies on its side by what its camera says, with the camera's name and place in it. */
export async function notedPicture(format: "jpeg" | "png", { width, height }: Size): Promise<Uint8Array<ArrayBuffer>> {
  const made = sharp(await plainPicture(format, { width, height }))
    .withExif({ IFD0: { Make: PLACE, Orientation: "6" }, IFD3: { GPSLatitudeRef: PLACE } })
    .withMetadata({ orientation: 6 });
  return new Uint8Array(await made.toFormat(format).toBuffer());
}

/** A photo of nothing but noise: no other is as hard to make small. */
export async function noisyPhoto({ width, height }: Size): Promise<Uint8Array<ArrayBuffer>> {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const made = sharp({ create: { width, height, channels: 3, background: "#fff", noise } });
  return new Uint8Array(await made.jpeg({ quality: 92 }).toBuffer());
}

/** How large a picture is and of what kind, and whether anything but pixels is in it. */
export async function factsOf(picture: Uint8Array) {
  const { format, width, height, exif, icc, xmp, iptc, orientation } = await sharp(picture).metadata();
  const notes = [exif, icc, xmp, iptc].filter((note) => note !== undefined).length + Number(orientation !== undefined);
  return { format, width, height, notes };
}
