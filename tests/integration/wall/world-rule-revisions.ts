import { confirmRevision } from "@/lib/features/rule-sets/commands/confirm-revision";
import { discardRevision } from "@/lib/features/rule-sets/commands/submit-revision";
import { draftRevision, submittedRevision } from "../../support/rule-revisions";
import type { RatedRegister } from "../ratings/round";

/** Next versions of rules in every state. */
export async function addRuleRevisions({ actors: { office, leader } }: RatedRegister): Promise<void> {
  const discarded = await draftRevision(office, "discipline-2022");
  await discardRevision(office, { id: discarded, version: 1, reason: "Lập lại" });
  await draftRevision(office, "discipline-2022");
  const confirmed = await submittedRevision(office, "rating-2023");
  await confirmRevision(leader, { id: confirmed, version: 3 });
  await submittedRevision(office, "rating-2025");
}
