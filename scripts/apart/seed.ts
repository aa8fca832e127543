import { renameSync, writeFileSync } from "node:fs";
import { seedSample } from "@/prisma/seed/seed";

/* Fills the sample commune in and notes its accounts; the note is there only when everything is. */

const { OWNER_DATABASE_URL = "", ACCOUNTS_FILE = "" } = process.env;

const { accounts } = await seedSample({ owner: OWNER_DATABASE_URL });
const width = Math.max(0, ...accounts.map(({ username }) => username.length));
const lines = accounts.map(({ username, password, role }) => `  ${username.padEnd(width)}  ${password}  ${role}\n`);
writeFileSync(`${ACCOUNTS_FILE}.new`, lines.join(""), { mode: 0o600 });
renameSync(`${ACCOUNTS_FILE}.new`, ACCOUNTS_FILE);
process.exit(0);
