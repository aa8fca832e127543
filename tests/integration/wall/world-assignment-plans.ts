import { discardPlan } from "@/lib/features/assignments/commands/close-plan";
import { issuePlan } from "@/lib/features/assignments/commands/issue-plan";
import { draftPlan, submittedPlan } from "../../support/planning";
import type { RatedRegister } from "../ratings/round";

/** Plans in every state, for years to come. */
export async function addAssignmentPlans({ actors, members }: RatedRegister): Promise<void> {
  const { office, leader } = actors;
  await draftPlan(office, 2101, members.inCharge);
  await submittedPlan(office, 2102, members.inCharge);
  const discarded = await draftPlan(office, 2103, members.inCharge);
  await discardPlan(office, { id: discarded, version: 1, reason: "Lập lại" });
  const issued = await submittedPlan(office, 2104, members.inCharge);
  await issuePlan(leader, { id: issued, version: 2 });
}
