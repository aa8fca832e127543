import { z } from "zod";
import { runApart } from "./child";

const codesSchema = z.array(
  z.strictObject({ role: z.enum(["ADMIN", "LEADER"]), code: z.string(), expiresAt: z.string() }),
);

const people = { ADMIN: "administrator", LEADER: "leadership   " };

/** Prints the one-time codes with which the first administrators set their passwords, if the installation has no account yet. */
export async function printSetUpCodes(environment: Record<string, string>): Promise<void> {
  const codes = codesSchema.parse((await runApart("scripts/apart/issue-set-up-codes.ts", environment)) ?? []);
  if (codes.length === 0) return;
  console.log(
    `\nFirst set-up: open ${environment.APP_URL}/set-up and enter a code. It is shown only here and works once.`,
  );
  for (const { role, code, expiresAt } of codes) console.log(`  ${people[role]}  ${code}   (until ${expiresAt})`);
}
