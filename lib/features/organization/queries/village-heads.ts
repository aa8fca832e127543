import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { authorize, notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canEditOrganization, canListBranches } from "@/lib/features/organization/policy";
import type { StandingVillage } from "@/lib/features/organization/rules/villages";

/** Every village of the register as it stands, by name. */
export async function listStandingVillages(tx: Tx, committeeId: string): Promise<StandingVillage[]> {
  const rows = await tx.village.findMany({
    where: { committeeId },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, name: true, startsOn: true, endsOn: true },
  });
  return rows.map(withPeriod);
}

/** Who heads these villages on the day or later, by given name. */
export async function listHeadsFrom(
  tx: Tx,
  committeeId: string,
  { villageIds, on }: { villageIds: readonly string[]; on: Day },
) {
  const rows = await tx.civilOffice.findMany({
    where: {
      committeeId,
      villageId: { in: [...villageIds] },
      OR: [{ endsOn: null }, { endsOn: { gt: toDbDate(on) } }],
    },
    orderBy: { member: { sortKey: "asc" } },
    relationLoadStrategy: "join",
    select: {
      id: true,
      villageId: true,
      memberId: true,
      startsOn: true,
      endsOn: true,
      member: { select: { fullName: true } },
      village: { select: { name: true } },
    },
  });
  return rows.map(({ member, village, ...row }) => ({
    ...withPeriod(row),
    name: member.fullName,
    villageName: village.name,
  }));
}

/** The villages that stand today, to choose from. Refuses who may not change them: FORBIDDEN, or NOT_FOUND who knows none. */
export function listReorganizableVillages(actor: Actor): Promise<StandingVillage[]> {
  return readAs(actor, async (tx) => {
    requireEditor(actor);
    const villages = await listStandingVillages(tx, actor.committeeId);
    return villages.filter((village) => village.endsOn === null);
  });
}

/** The chosen villages and their heads from a day on. Refuses as `listReorganizableVillages` does, and a village that is not there. */
export function getVillageDraft(actor: Actor, { from, on }: { from: readonly string[]; on: Day }) {
  return readAs(actor, async (tx) => {
    requireEditor(actor);
    const villages = await listStandingVillages(tx, actor.committeeId);
    const olds = villages.filter((village) => from.includes(village.id));
    if (olds.length < new Set(from).size) throw notFound();
    return { olds, heads: await listHeadsFrom(tx, actor.committeeId, { villageIds: from, on }) };
  });
}

function requireEditor(actor: Actor): void {
  if (!canListBranches(actor)) throw notFound();
  authorize(canEditOrganization(actor));
}
