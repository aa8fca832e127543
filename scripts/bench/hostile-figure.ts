import { setTimeout as sleep } from "node:timers/promises";
import { writeXlsx } from "hucre/xlsx";
import { rosterAsk } from "./import-figure";
import type { Installation } from "./installation";
import { send } from "./load";
import { figure } from "./report";
import type { Visitor } from "./visitor";

const TEXTS = 400_000;
const CELL_BYTES = 256 * 1024 * 1024;
const LOOK_EVERY_MS = 20;

/** Workbooks that inflate far beyond their size: both must be refused, and the server itself must not grow by them. */
export async function hostileFigure(installation: Installation, visitor: Visitor): Promise<string> {
  const texts = await workbook(Array.from({ length: TEXTS }, (_, index) => [`text ${index}`]));
  const cell = await workbook([["A".repeat(CELL_BYTES)]]);
  return [
    await refused(installation, visitor, `workbook of ${TEXTS} texts`, texts),
    await refused(installation, visitor, "workbook with a cell of 256 MB", cell),
  ].join("\n");
}

async function refused({ memory }: Installation, visitor: Visitor, what: string, bytes: Uint8Array): Promise<string> {
  const ask = await rosterAsk(visitor, bytes);
  const before = memory.app();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, memory.app());
  }, LOOK_EVERY_MS);
  const startedAt = performance.now();
  const { status, headers } = await send(ask);
  const seconds = (performance.now() - startedAt) / 1000;
  await sleep(LOOK_EVERY_MS);
  clearInterval(look);
  if (status !== 303 || !headers.location?.includes("refused=")) throw new Error(`the ${what} was taken`);
  const size = `${(bytes.length / 1e6).toFixed(1)} MB`;
  return figure(
    `${what} (${size}) refused in ${seconds.toFixed(1)} s: server grew`,
    `${(most - before).toFixed(0)} MB`,
    "0 MB",
  );
}

function workbook(rows: string[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "DS", rows }] });
}
