import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { DepartureGround, DossierKind } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canOpenDossier, canWorkOnDossier } from "@/lib/features/admissions/policy";
import { groundsOf } from "@/lib/features/admissions/rules/departures";
import { getCharterOn } from "@/lib/features/rule-sets/queries/rule-sets";
import { getVoteOutlook, listVoters, type VoteOutlook } from "@/lib/features/votes/queries/voters";

/** A person as a form offers one. */
export type PersonChoice = { readonly id: string; readonly name: string };

/** The official members of the branch today, by given name: who may introduce a candidate or help a probationer. */
export function listOfficialMembers(actor: Actor, branchId: string): Promise<PersonChoice[]> {
  return readAs(actor, async (tx) => {
    const voters = await listVoters(tx, branchId, actor.today);
    return voters.filter((one) => one.stage === "OFFICIAL").map(({ memberId, name }) => ({ id: memberId, name }));
  });
}

/** What a vote of the branch held today would be counted against. Refuses who does not enter its votes (FORBIDDEN). */
export function getBranchOutlook(actor: Actor, branchId: string): Promise<VoteOutlook> {
  authorize(canWorkOnDossier(actor, branchId));
  return readAs(actor, async (tx) => {
    const charter = await getCharterOn(tx, actor.committeeId, actor.today);
    return getVoteOutlook(tx, branchId, actor.today, charter.parameters.voteLeavesOut.value);
  });
}

/** What the form for a dossier about a member needs: whose it is, the grounds of today's rules, and whether the reader may open it. */
export type DepartureFormView = {
  readonly name: string;
  readonly grounds: readonly DepartureGround[];
  readonly can: { readonly open: boolean };
};

/** The form for a dossier of that kind about a member. Refuses with NOT_FOUND who is in no branch that the reader sees. */
export function getDepartureForm(actor: Actor, memberId: string, kind: DossierKind): Promise<DepartureFormView> {
  return readAs(actor, async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { AND: [{ committeeId: actor.committeeId, memberId, kind: "OFFICIAL" }, inForce(actor.today)] },
      select: { branchId: true, member: { select: { fullName: true } } },
    });
    if (!membership) throw notFound();
    const charter = await getCharterOn(tx, actor.committeeId, actor.today);
    return {
      name: membership.member.fullName,
      grounds: groundsOf(kind, charter.parameters),
      can: { open: memberId !== actor.memberId && canOpenDossier(actor, membership.branchId, kind) },
    };
  });
}
