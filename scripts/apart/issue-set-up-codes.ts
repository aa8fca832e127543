import { issueSetupCodes } from "@/lib/features/accounts/commands/issue-setup-codes";

const { OWNER_DATABASE_URL = "" } = process.env;

const codes = await issueSetupCodes(OWNER_DATABASE_URL);
process.send?.(codes, () => process.exit(0));
