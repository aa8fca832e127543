import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canWorkOnDossier } from "@/lib/features/admissions/policy";
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
