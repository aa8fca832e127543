import type { Actor } from "@/lib/core/actor";
import { askIntoTeam, decideTeamRequest } from "@/lib/features/inspections/commands/join-team";
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

type Asking = Readonly<Record<"inspector" | "inspectionHead" | "partySecretary", Actor>> &
  Readonly<{ openCase: string; members: Readonly<Record<"other" | "inCharge", string>> }>;

/** In `openCase`: the head of the commission and a member are asked for, and a third has been refused. */
export async function addTeamRequests({ openCase, members, ...people }: Asking): Promise<void> {
  const ask = (memberId: string) =>
    askIntoTeam(people.inspector, { id: openCase, person: { memberId }, words: "Thêm người" });
  await ask(members.inCharge);
  const [refused] = await ownerRows<{ id: string }>(`SELECT id FROM "InspectionTeamRequest" WHERE "memberId" = $1`, [
    members.inCharge,
  ]);
  const no = { decision: "REFUSED", endWords: "Đang ốm" } as const;
  await decideTeamRequest(people.partySecretary, { id: refused?.id ?? "", ...no });
  await ask(people.inspectionHead.memberId ?? "");
  await ask(members.other);
}
