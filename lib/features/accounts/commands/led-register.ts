import "server-only";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { inForce } from "@/lib/core/period";

/** Whether somebody who can sign in leads the register and does not administer it: only such a person accepts a restored state. */
export async function isLed(tx: Tx, committeeId: string, today: Day): Promise<boolean> {
  const held = { committeeId, confirmedAt: { not: null }, ...inForce(today) };
  const leader = await tx.account.findFirst({
    where: {
      disabledAt: null,
      passwordHash: { not: null },
      AND: [{ grants: { some: { ...held, role: "LEADER" } } }, { grants: { none: { ...held, role: "ADMIN" } } }],
    },
    select: { id: true },
  });
  return leader !== null;
}

/** A register that waits for a leader to accept its restored state and has none; null where every one has. */
export async function unledRegister(tx: Tx, today: Day): Promise<string | null> {
  const waiting = await tx.restore.findMany({
    where: { acceptedAt: null, supersededAt: null },
    orderBy: { committeeId: "asc" },
    select: { committeeId: true },
  });
  for (const { committeeId } of waiting) if (!(await isLed(tx, committeeId, today))) return committeeId;
  return null;
}
