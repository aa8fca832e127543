import type { Actor } from "@/lib/core/actor";
import { reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Whose programme it is: a branch's, or that of a body of the committee. */
export type ProgrammeOf = { readonly branchId: string | null };

/** Which programmes the actor reads: all with every line, or the plans of own branches and the issued lines that name one. */
export function visibleProgrammes(actor: Rights): { all: boolean; ownBranchIds: string[] } {
  return { all: reachesRegister(actor, "inspectionProgramme", "read"), ownBranchIds: [...actor.ownBranchIds] };
}

/** Whether the actor opens, fills, issues and changes it: the office those of the committee's bodies, a branch's also its secretary. */
export function canKeepProgramme(actor: Rights, { branchId }: ProgrammeOf): boolean {
  const resource = branchId === null ? "inspectionProgramme" : "branchInspectionPlan";
  return reachesBranch(actor, resource, "update", branchId);
}
