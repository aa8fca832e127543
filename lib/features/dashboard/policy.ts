import type { Actor } from "@/lib/core/actor";
import { reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles">;

/** Whether the actor may know the commune's published figures. */
export function canSeeFigures(actor: Rights): boolean {
  return reachesRegister(actor, "publishedFigures", "read");
}

/** Whether the actor is who fills a new register: branches, members, the committee's name and terms. */
export function canFillRegister(actor: Rights): boolean {
  return reachesRegister(actor, "organization", "create") && reachesRegister(actor, "member", "create");
}

/** Which lists behind the commune's figures the actor reads in full, so that a list holds exactly what its number says. */
export function visibleLists(actor: Rights) {
  const reads = (resource: "member" | "branchOffice" | "assignment" | "rating" | "inspection" | "committeeOffice") =>
    reachesRegister(actor, resource, "read");
  return {
    members: reads("member"),
    branches: reads("branchOffice"),
    assignments: reads("assignment"),
    ratings: reads("rating"),
    inspections: reads("inspection"),
    committee: reads("committeeOffice"),
  };
}
