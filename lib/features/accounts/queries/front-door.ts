import "server-only";
import { z } from "zod";
import { inSignIn } from "@/lib/core/auth/sign-in-transaction";

const frontName = z.object({ name: z.string().nullable(), isSample: z.boolean() });

/** Whose books these are, for pages before the sign-in; no name where there are several registers or none. */
export async function findFrontName(): Promise<z.output<typeof frontName>> {
  const rows = await inSignIn((tx) => tx.$queryRaw<{ front: unknown }[]>`SELECT app.front_name() AS front`);
  return frontName.parse(rows[0]?.front);
}

/** Whether a code of a fresh installation waits to be redeemed. */
export async function findOpenSetUp(): Promise<boolean> {
  const code = await inSignIn((tx) =>
    tx.oneTimeCode.findFirst({
      where: { purpose: { in: ["SETUP_ADMIN", "SETUP_LEADER"] }, usedAt: null, expiresAt: { gt: new Date() } },
      select: { id: true },
    }),
  );
  return code !== null;
}
