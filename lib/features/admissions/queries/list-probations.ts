import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate } from "@/lib/core/day";
import { inForceOn } from "@/lib/core/day/interval";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canListDossiers, canOpenDossier, visibleDossiers } from "@/lib/features/admissions/policy";
import { countedMarks, type ProbationClock, probationClock } from "@/lib/features/admissions/rules/probation";
import { type Turn, turnOf } from "@/lib/features/admissions/rules/steps";
import type { ProbationMark } from "@/lib/features/admissions/schema";
import { listCharters } from "@/lib/features/rule-sets/queries/rule-sets";
import { hasPassed } from "@/lib/features/votes/rules";

/** A probationary member with the clock of the probation; null where no ceremony is recorded or no rule covers today. */
export type ProbationLine = {
  readonly memberId: string;
  readonly name: string;
  readonly branchId: string;
  readonly branch: string;
  readonly clock: ProbationClock | null;
  readonly dossier: { readonly id: string; readonly turn: Turn } | null;
  readonly can: { readonly open: boolean };
};

/**
 * How many probations of the reader's scope have reached each reminder before their end, and how many are over: the same people
 * as `listProbations` tells. Nothing for who reads no dossiers.
 */
export async function countProbationMarks(actor: Actor): Promise<{ mark: ProbationMark; count: number }[]> {
  if (!canListDossiers(actor)) return [];
  return countedMarks((await listProbations(actor)).map(({ clock }) => clock));
}

const onProbation = { OR: [{ officialOn: null }, { secondCeremonyOn: { not: null }, secondOfficialOn: null }] };

/** The probationary members of the reader's scope today, the one who is due first on top. */
export function listProbations(actor: Actor): Promise<ProbationLine[]> {
  const visible = visibleDossiers(actor);
  return readAs(actor, async (tx) => {
    const rows = await tx.membership.findMany({
      where: {
        AND: [
          { committeeId: actor.committeeId, kind: "OFFICIAL", member: { profile: onProbation } },
          visible.all ? {} : { branchId: { in: visible.branchIds } },
          inForce(actor.today),
        ],
      },
      orderBy: { member: { sortKey: "asc" } },
      relationLoadStrategy: "join",
      select: {
        memberId: true,
        branchId: true,
        branch: { select: { name: true } },
        member: {
          select: {
            fullName: true,
            profile: { select: { ceremonyOn: true, secondCeremonyOn: true } },
            dossiers: {
              where: { kind: "RECOGNITION", state: { notIn: ["DONE", "CLOSED"] } },
              select: {
                id: true,
                state: true,
                branchVote: { select: { yes: true, base: true, comparison: true, numerator: true, denominator: true } },
              },
            },
          },
        },
      },
    });
    const [charter] = inForceOn(await listCharters(tx, actor.committeeId), actor.today);
    const lines = rows.map(({ memberId, branchId, branch, member }): ProbationLine => {
      const ceremonyOn = fromDbDate(member.profile?.secondCeremonyOn ?? member.profile?.ceremonyOn ?? null);
      const [dossier] = member.dossiers;
      const voteCarried = dossier?.branchVote ? hasPassed(dossier.branchVote) : null;
      return {
        memberId,
        name: member.fullName,
        branchId,
        branch: branch.name,
        clock: ceremonyOn && charter ? probationClock(ceremonyOn, actor.today, charter.parameters) : null,
        dossier: dossier ? { id: dossier.id, turn: turnOf({ state: dossier.state, voteCarried }) } : null,
        can: { open: !dossier && memberId !== actor.memberId && canOpenDossier(actor, branchId, "RECOGNITION") },
      };
    });
    return lines.toSorted((one, other) => (one.clock?.dueOn ?? "9").localeCompare(other.clock?.dueOn ?? "9"));
  });
}
