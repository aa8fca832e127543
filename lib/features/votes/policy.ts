import type { Actor } from "@/lib/core/actor";
import { reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Whether the actor may enter votes of that branch, or with null those of the committee. */
export function canRecordVote(actor: Rights, branchId: string | null): boolean {
  return branchId === null
    ? reachesRegister(actor, "voteSheet", "create")
    : reachesBranch(actor, "voteSheet", "create", branchId);
}

/** Whether the actor reads the counts of that branch's votes, or with null of the committee's. */
export function canReadVotes(actor: Rights, branchId: string | null): boolean {
  return branchId === null
    ? reachesRegister(actor, "voteSheet", "read")
    : reachesBranch(actor, "voteSheet", "read", branchId);
}
