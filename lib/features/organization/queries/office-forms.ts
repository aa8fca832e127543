import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { authorize, notFound } from "@/lib/core/errors";
import { inForce, periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canEditOrganization, canListBranches } from "@/lib/features/organization/policy";
import type { PersonName } from "@/lib/features/organization/queries/branches";

const period = { startsOn: true, endsOn: true } as const;

/** An office of a branch or of a village, as the form that ends it shows it. */
export type OfficeToEnd = {
  readonly id: string;
  readonly kind: "SECRETARY" | "DEPUTY" | "COMMITTEE_MEMBER" | "VILLAGE_HEAD";
  readonly personName: string;
  readonly place: string;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly version: number;
};

/**
 * The members of the branch today, by given name, for giving one of them an office. Refuses who may not give offices:
 * FORBIDDEN where the branch may be read, NOT_FOUND otherwise.
 */
export function listOfficerCandidates(actor: Actor, branchId: string): Promise<PersonName[]> {
  return readAs(actor, async (tx) => {
    requireEditor(actor);
    const rows = await tx.membership.findMany({
      where: { AND: [{ committeeId: actor.committeeId, branchId, kind: "OFFICIAL" }, inForce(actor.today)] },
      orderBy: { member: { sortKey: "asc" } },
      relationLoadStrategy: "join",
      select: { member: { select: { id: true, fullName: true } } },
    });
    return rows.map(({ member }) => ({ id: member.id, name: member.fullName }));
  });
}

/** One office of the branch, to be ended. Refuses as `listOfficerCandidates` does. */
export function getBranchOffice(actor: Actor, branchId: string, id: string): Promise<OfficeToEnd> {
  return readAs(actor, async (tx) => {
    requireEditor(actor);
    const row = await tx.branchOffice.findFirst({
      where: { committeeId: actor.committeeId, id, branchId },
      relationLoadStrategy: "join",
      select: {
        id: true,
        kind: true,
        version: true,
        ...period,
        member: { select: { fullName: true } },
        branch: { select: { name: true } },
      },
    });
    if (!row) throw notFound();
    const days = periodOf(row);
    const { kind, version, member, branch } = row;
    const names = { personName: member.fullName, place: branch.name };
    return { id, kind, version, ...names, startsOn: days.startsOn, lastDay: lastDayOf(days) };
  });
}

/** One village head, to be ended. Refuses as `listOfficerCandidates` does. */
export function getVillageHead(actor: Actor, id: string): Promise<OfficeToEnd> {
  return readAs(actor, async (tx) => {
    requireEditor(actor);
    const row = await tx.civilOffice.findFirst({
      where: { committeeId: actor.committeeId, id },
      relationLoadStrategy: "join",
      select: {
        kind: true,
        version: true,
        ...period,
        member: { select: { fullName: true } },
        village: { select: { name: true } },
      },
    });
    if (!row) throw notFound();
    const days = periodOf(row);
    const { kind, version, member, village } = row;
    const names = { personName: member.fullName, place: village.name };
    return { id, kind, version, ...names, startsOn: days.startsOn, lastDay: lastDayOf(days) };
  });
}

/** The villages in force today that no branch in force serves, for opening one. Refuses as `listOfficerCandidates` does. */
export function listFreeVillages(actor: Actor): Promise<PersonName[]> {
  return readAs(actor, async (tx) => {
    requireEditor(actor);
    const now = inForce(actor.today);
    return tx.village.findMany({
      where: {
        AND: [{ committeeId: actor.committeeId }, now, { branches: { none: { AND: [now, { branch: now }] } } }],
      },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
  });
}

function requireEditor(actor: Actor): void {
  if (!canListBranches(actor)) throw notFound();
  authorize(canEditOrganization(actor));
}
