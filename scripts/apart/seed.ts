import { seedSample } from "@/prisma/seed/seed";

const { accounts } = await seedSample({ owner: process.env.OWNER_DATABASE_URL ?? "" });
process.send?.(accounts, () => process.exit(0));
