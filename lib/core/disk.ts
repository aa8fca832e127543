import { statfs } from "node:fs/promises";

const LEAST_FREE_BYTES = 1_000_000_000;
const LEAST_FREE_SHARE = 0.05;
const KEPT_MS = 5000;

type Space = { readonly bavail: number; readonly blocks: number; readonly bsize: number };

let last: { readonly askedAt: number; readonly answer: Promise<boolean> } | null = null;

/** Whether so little is left that writing has to stop before the disk is full: less than 1 GB, or less than 5 %. */
export function isScarce({ bavail, blocks, bsize }: Space): boolean {
  return bavail * bsize < LEAST_FREE_BYTES || bavail / blocks < LEAST_FREE_SHARE;
}

/** Whether a disk that holds the data folder or the database is nearly full; asked at most once in five seconds. */
export function diskIsScarce(): Promise<boolean> {
  if (last === null || Date.now() - last.askedAt > KEPT_MS) last = { askedAt: Date.now(), answer: ask() };
  return last.answer;
}

async function ask(): Promise<boolean> {
  const folders = [process.env.DATA_DIR, process.env.DATABASE_DIR].filter((folder) => folder !== undefined);
  const spaces = await Promise.all(folders.map((folder) => statfs(folder)));
  return spaces.some(isScarce);
}
