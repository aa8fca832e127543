import { issueSetupCodes } from "@/lib/features/accounts/commands/issue-setup-codes";

/* Prints the one-time codes with which the first people set their passwords, while the installation has no account. */

const { OWNER_DATABASE_URL = "", APP_URL = "" } = process.env;
const people = { ADMIN: "administrator", LEADER: "leadership" };

const codes = await issueSetupCodes(OWNER_DATABASE_URL);
if (codes.length > 0) {
  console.log(`\nSet-up: open ${APP_URL}/set-up and enter a code. It is shown only here and works once.`);
}
for (const { role, code, expiresAt } of codes) {
  console.log(`  ${people[role].padEnd(15)}${code}   (until ${expiresAt.toISOString()})`);
}
process.exit(0);
