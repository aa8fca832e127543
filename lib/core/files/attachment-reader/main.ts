import { RefusedError } from "../reader/refused.ts";
import { readAttachmentFile } from "./read-attachment-file.ts";
import type { AttachmentReading } from "./reading.ts";

/* A process of its own, as the reader of workbooks: a file on standard input, what it is on standard output. */

function read(file: Buffer): AttachmentReading {
  try {
    return readAttachmentFile(file);
  } catch (error) {
    const refusal = error instanceof RefusedError ? error.refusal : "DAMAGED";
    return { refused: refusal === "LOCKED" || refusal === "INFLATES" ? refusal : "DAMAGED" };
  }
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(JSON.stringify(read(Buffer.concat(chunks))));
