import { seedSample } from "@/prisma/seed/seed";

const { APP_DATABASE_URL = "", SIGNIN_DATABASE_URL = "", OWNER_DATABASE_URL = "" } = process.env;

const { accounts } = await seedSample({
  app: APP_DATABASE_URL,
  signin: SIGNIN_DATABASE_URL,
  owner: OWNER_DATABASE_URL,
});
process.send?.(accounts, () => process.exit(0));
