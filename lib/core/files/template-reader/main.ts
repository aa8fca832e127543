import { archiveOf } from "../reader/archive.ts";
import { RefusedError } from "../reader/refused.ts";
import { kindObstacle, partsObstacle, partsOf } from "./packed-parts.ts";
import { TEMPLATE_LIMITS, type TemplateReading, type TemplateRefusal } from "./reading.ts";
import { tagsIn } from "./tags-in.ts";

/* A process of its own, as the reader of workbooks: a template on standard input, its tags on standard output. What was looked
   at is packed anew, so that nothing which was not is ever stored. */

function read(file: Buffer): TemplateReading {
  const kind = kindObstacle(file);
  if (kind) return { refused: kind };
  const parts = partsOf(file);
  const obstacle = partsObstacle(parts);
  if (obstacle) return { refused: obstacle };
  const packed = archiveOf(parts);
  const { tags, faults } = tagsIn(packed);
  if (tags.length > TEMPLATE_LIMITS.tags) return { refused: "TOO_HEAVY" };
  return { packed: packed.toString("base64"), tags, faults };
}

const taken: readonly string[] = [
  "EMPTY",
  "TOO_BIG",
  "INFLATES",
  "TOO_HEAVY",
  "LOCKED",
  "DAMAGED",
] satisfies TemplateRefusal[];

function readOrRefuse(file: Buffer): unknown {
  try {
    return read(file);
  } catch (error) {
    const refusal = error instanceof RefusedError ? error.refusal : "DAMAGED";
    return { refused: taken.includes(refusal) ? refusal : "DAMAGED" };
  }
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(JSON.stringify(readOrRefuse(Buffer.concat(chunks))));
