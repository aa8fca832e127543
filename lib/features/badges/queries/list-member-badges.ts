import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, yearOf } from "@/lib/core/day";
import type { BadgeKind, BadgeState } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canDecideBadges, canProposeBadges, canReadBadges } from "@/lib/features/badges/policy";
import { type BadgeCandidate, findBranchOn, listCandidates } from "@/lib/features/badges/queries/badge-facts";
import { type BadgeRules, listBadgeRules } from "@/lib/features/badges/queries/badge-rules";
import { awardDaysOf, earlyBadge } from "@/lib/features/badges/rules";

/** A badge of somebody, proposed, given or withdrawn, with the papers behind it. */
export type MemberBadge = {
  readonly id: string;
  readonly years: number;
  readonly kind: BadgeKind;
  readonly state: BadgeState;
  readonly awardOn: Day;
  readonly proposalNumber: string | null;
  readonly decisionNumber: string | null;
  readonly badgeNumber: string | null;
  readonly withdrawReason: string | null;
  readonly version: number;
};

/** The badges of one member, the earliest first. */
export type MemberBadges = {
  readonly memberId: string;
  readonly name: string;
  readonly admittedOn: Day;
  readonly badges: readonly MemberBadge[];
  /** The award days to come for which the next badge may be proposed early. */
  readonly nextDays: readonly Day[];
  readonly can: { readonly record: boolean; readonly withdraw: boolean };
};

/** The badges of a member. Refuses with NOT_FOUND whom the reader does not see, with FORBIDDEN whose badges are not theirs to read. */
export function listMemberBadges(actor: Actor, memberId: string): Promise<MemberBadges> {
  return readAs(actor, async (tx) => {
    const [member] = await listCandidates(tx, actor, { memberIds: [memberId] });
    if (!member) throw notFound();
    authorize(canReadBadges(actor, findBranchOn(member, actor.today)?.id ?? null));
    const rows = await tx.partyBadge.findMany({
      where: { committeeId: actor.committeeId, memberId },
      orderBy: [{ years: "asc" }, { id: "asc" }],
      select: {
        id: true,
        years: true,
        kind: true,
        state: true,
        awardOn: true,
        proposalNumber: true,
        decisionNumber: true,
        badgeNumber: true,
        withdrawReason: true,
        version: true,
      },
    });
    return {
      memberId,
      name: member.name,
      admittedOn: member.admittedOn,
      nextDays: earlyDays(actor, member, await listBadgeRules(tx, actor)),
      badges: rows.map(({ awardOn, ...row }) => ({ ...row, awardOn: fromDbDate(awardOn) })),
      can: { record: canProposeBadges(actor), withdraw: canDecideBadges(actor) },
    };
  });
}

function earlyDays(actor: Actor, member: BadgeCandidate, rules: readonly BadgeRules[]): Day[] {
  const year = yearOf(actor.today);
  return [year, year + 1]
    .flatMap((one) => awardDaysOf(one, rules))
    .filter(({ awardOn, rules }) => awardOn >= actor.today && earlyBadge(member, awardOn, rules.parameters) !== null)
    .map(({ awardOn }) => awardOn);
}
