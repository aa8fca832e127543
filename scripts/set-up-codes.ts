import { z } from "zod";
import { runApart } from "./child";

const codesSchema = z.array(z.strictObject({ username: z.string(), code: z.string(), expiresAt: z.string() }));

/** Prints the one-time codes with which the first administrators set their passwords, if the installation has no account yet. */
export async function printSetUpCodes(environment: Record<string, string>): Promise<void> {
  const codes = codesSchema.parse((await runApart("scripts/apart/issue-set-up-codes.ts", environment)) ?? []);
  if (codes.length === 0) return;
  console.log(
    `\nFirst set-up: open ${environment.APP_URL}/set-up and enter the code. It is shown only here and works once.`,
  );
  for (const { username, code, expiresAt } of codes)
    console.log(`  ${username.padEnd(16)} ${code}   (until ${expiresAt})`);
}
