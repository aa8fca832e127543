import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { isInForceOn } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import type { MemberWhereInput } from "@/lib/core/db/generated/models";
import { inForce, withPeriod } from "@/lib/core/period";
import { visibleBadges } from "@/lib/features/badges/policy";
import type { BadgeFacts, BadgeStay } from "@/lib/features/badges/rules";
import { timeOutside } from "@/lib/features/members/rules";

/** A member with what badges are judged by. */
export type BadgeCandidate = Omit<BadgeFacts, "stays"> & {
  readonly memberId: string;
  readonly name: string;
  readonly stays: readonly (BadgeStay & { readonly branchId: string; readonly branch: string })[];
};

const period = { startsOn: true, endsOn: true } as const;

/**
 * The members within the actor's reach that a badge may be due to, by given name: of the register, or those who are in the own
 * branches today.
 */
export async function listCandidates(
  tx: Tx,
  actor: Actor,
  of: { admittedBy: Day } | { memberIds: readonly string[] },
): Promise<BadgeCandidate[]> {
  const reach = visibleBadges(actor);
  const members = await tx.member.findMany({
    where: {
      AND: [
        { committeeId: actor.committeeId },
        reach.all
          ? {}
          : { memberships: { some: { AND: [{ branchId: { in: reach.branchIds } }, inForce(actor.today)] } } },
        "memberIds" in of ? { id: { in: [...of.memberIds] } } : admittedBy(of.admittedBy),
      ],
    },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      fullName: true,
      profile: { select: { admittedOn: true, readmittedOn: true } },
      memberships: {
        where: { kind: "OFFICIAL" },
        orderBy: { startsOn: "asc" },
        select: { branchId: true, kind: true, endReason: true, ...period },
      },
      badges: { where: { state: { not: "WITHDRAWN" } }, select: { years: true } },
    },
  });
  /* A dozen names, asked for once instead of with every stay. */
  const branches = await tx.branch.findMany({
    where: { committeeId: actor.committeeId },
    select: { id: true, name: true },
  });
  const names = new Map(branches.map(({ id, name }) => [id, name]));
  return members.flatMap(({ id, fullName, profile, memberships, badges }) => {
    if (!profile) return [];
    const stays = memberships.map((stay) => ({ ...withPeriod(stay), branch: names.get(stay.branchId) ?? "" }));
    const held = badges.map(({ years }) => years);
    const admittedOn = fromDbDate(profile.admittedOn);
    const outside = timeOutside(stays, fromDbDate(profile.readmittedOn));
    return [{ memberId: id, name: fullName, admittedOn, outside, stays, held }];
  });
}

/** The branch somebody is in on a day, or was in last. */
export function findBranchOn({ stays }: BadgeCandidate, on: Day): { id: string; name: string } | null {
  const stay = stays.find((one) => isInForceOn(one, on)) ?? stays.at(-1);
  return stay ? { id: stay.branchId, name: stay.branch } : null;
}

function admittedBy(on: Day): MemberWhereInput {
  return { profile: { admittedOn: { lte: toDbDate(on) } } };
}
