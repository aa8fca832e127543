import { RefusedError } from "../reader/refused.ts";
import { readAttachmentFile } from "./read-attachment-file.ts";
import type { AttachmentReading } from "./reading.ts";

/* A process of its own, as the reader of workbooks: a file on standard input, what it is on standard output. */

async function read(file: Buffer): Promise<AttachmentReading> {
  try {
    return await readAttachmentFile(file);
  } catch (error) {
    const refusal = error instanceof RefusedError ? error.refusal : "DAMAGED";
    return { refused: refusal === "LOCKED" || refusal === "INFLATES" ? refusal : "DAMAGED" };
  }
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(JSON.stringify(await read(Buffer.concat(chunks))));
