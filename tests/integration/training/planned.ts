import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { planPeople } from "@/lib/features/training/commands/plan-people";
import type { PlanPeopleInput } from "@/lib/features/training/schema/planning";

/** Somebody planned for the committee of the term 2030–2035. */
export function planInput(memberId: readonly string[], of: Partial<PlanPeopleInput> = {}): PlanPeopleInput {
  return {
    ...{ termFrom: 2030, termTo: 2035, post: "PARTY_COMMITTEE", branchId: null, memberId: [...memberId] },
    ...{ decisionNumber: "7-QĐ/ĐU", decidedOn: day("2024-01-10"), ...of },
  };
}

/** Plans one person; what is not named is as in `planInput`. */
export async function plannedOne(by: Actor, memberId: string, of: Partial<PlanPeopleInput> = {}) {
  const { ids } = await planPeople(by, planInput([memberId], of));
  const [id] = ids;
  if (!id) throw new Error("nobody was planned");
  return { id };
}
