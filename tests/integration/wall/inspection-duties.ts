import type { Actor } from "@/lib/core/actor";
import { declareRecusal, liftRecusal } from "@/lib/features/inspections/commands/recuse";
import { ownerRows } from "../../support/register";

type People = Readonly<Record<"openCase" | "committeeId", string>> &
  Readonly<Record<"teamMember" | "officeOnTeam" | "inspectionHead" | "partySecretary", Actor>>;

/** In the case that is not `openCase`: one of the team and the head of the commission keep out, and one of the team may take part again. */
export async function addRecusals({ openCase, committeeId, ...people }: People): Promise<void> {
  const [other] = await ownerRows<{ id: string }>(
    `SELECT t."inspectionId" AS id FROM "InspectionTeamMember" t JOIN "Inspection" i ON i.id = t."inspectionId"
      WHERE t."committeeId" = $1 AND t."memberId" = $2 AND i.state = 'IN_PROGRESS' AND i.id <> $3`,
    [committeeId, people.officeOnTeam.memberId, openCase],
  );
  const conflict = { ground: "OTHER", words: "Có việc riêng với đối tượng", understood: "yes" } as const;
  const keepsOut = (who: Actor, id = other?.id ?? "") => declareRecusal(who, { ...conflict, id });
  const again = await keepsOut(people.officeOnTeam);
  await liftRecusal(people.partySecretary, { id: again.id, reason: "Không còn" });
  await keepsOut(people.teamMember);
  await keepsOut(people.inspectionHead);
}
