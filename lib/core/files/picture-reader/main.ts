import type { PictureReading, PictureUse } from "./reading.ts";
import { recodedPicture } from "./recoded-picture.ts";

/* A process of its own, as the reader of workbooks: a picture on standard input, the same made anew on standard output. */

async function read(file: Buffer, use: PictureUse): Promise<PictureReading> {
  try {
    return await recodedPicture(file, use);
  } catch {
    return { refused: "DAMAGED" };
  }
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const use = process.argv[2] === "PHOTO" ? "PHOTO" : "WHOLE";
process.stdout.write(JSON.stringify(await read(Buffer.concat(chunks), use)));
