import { setTimeout as sleep } from "node:timers/promises";

/** A start-up or tool problem the person can act on; printed as one sentence, without a stack. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Runs a command's main function and turns a refusal into its sentence and exit code 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const isForPerson = error instanceof Refusal || errorCode(error).startsWith("ERR_PARSE_ARGS");
    console.error(isForPerson ? `\n${errorText(error)}` : error);
    /* Whoever reads our output through a pipe may stop reading the moment we are gone. */
    await sleep(200);
    process.exit(1);
  }
}

/** Like runMain, for a command that is over when it is done, whatever timers libraries have left behind. */
export async function runOnce(main: () => Promise<void>): Promise<void> {
  await runMain(main);
  process.exit(0);
}

/** The `code` of a system or database error, or an empty string. */
export function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}

/** The message of whatever was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message || errorCode(error) : String(error);
}
