import type { Actor } from "@/lib/core/actor";
import type { InspectionBody } from "@/lib/core/db/generated/enums";
import { reachesBranch, reachesRegister } from "@/lib/core/policy-table";
import type { Resource } from "@/lib/core/policy-table/row";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Whose programme it is: a body of the committee, or a branch. */
export type ProgrammeOf = { readonly body: InspectionBody | null; readonly branchId: string | null };

/** Which programmes the actor reads: all with every line, or the plans of own branches and the issued lines that name one. */
export function visibleProgrammes(actor: Rights): { all: boolean; ownBranchIds: string[] } {
  return { all: reachesRegister(actor, "inspectionProgramme", "read"), ownBranchIds: [...actor.ownBranchIds] };
}

/** Whether the actor opens, fills, issues and changes it: the office any, an inspector the commission's, a secretary the own branch's. */
export function canKeepProgramme(actor: Rights, of: ProgrammeOf): boolean {
  return reachesBranch(actor, resourceOf(of), "update", of.branchId);
}

function resourceOf({ body, branchId }: ProgrammeOf): Resource {
  if (branchId !== null) return "branchInspectionPlan";
  return body === "INSPECTION_COMMISSION" ? "commissionProgramme" : "inspectionProgramme";
}
