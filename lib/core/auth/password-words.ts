import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/core/db/context";

const words = z.object({ names: z.array(z.string()), birthYears: z.array(z.string()) });

/** The names of the account's registers and their branches, and its owner's year of birth: never part of a password. */
export async function passwordWords(tx: Tx, accountId: string): Promise<z.output<typeof words>> {
  const rows = await tx.$queryRaw<{ words: unknown }[]>`SELECT app.password_words(${accountId}::uuid) AS words`;
  return words.parse(rows[0]?.words);
}
