import type { InspectionState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type Impartiality, impartialityObstacle } from "@/lib/features/inspections/rules";

/** What stands of a team when somebody is asked into it: who is of it, and who has been asked for already. */
export type StandingTeam = Impartiality & {
  readonly state: InspectionState;
  readonly teamIds: readonly string[];
  readonly askedIds: readonly string[];
};

/** Why a person is not asked into the team: the case is concluded, they are of it or asked for already, or not impartial (SOD-7). */
export function askIntoTeamObstacle(memberId: string, of: StandingTeam): Obstacle | null {
  const field = "person";
  if (of.state === "CONCLUDED") return { reason: "inspections.errors.alreadyConcluded" };
  if (of.teamIds.includes(memberId)) return { reason: "inspectionDuties.errors.inTeam", field };
  if (of.askedIds.includes(memberId)) return { reason: "inspectionDuties.errors.askedFor", field };
  return impartialityObstacle([memberId], of, field);
}

/** Why a request does not end any more: the case is concluded, or somebody has ended it. */
export function endTeamRequestObstacle(
  state: InspectionState,
  request: { readonly endedAt: Date | null },
): Obstacle | null {
  if (state === "CONCLUDED") return { reason: "inspections.errors.alreadyConcluded" };
  return request.endedAt === null ? null : { reason: "inspectionDuties.errors.requestEnded" };
}

/** Why a decision on a request is not whole: it refuses without a reason. */
export function decisionObstacle(decision: "TAKEN_IN" | "REFUSED", reason: string | null): Obstacle | null {
  const isSilent = decision === "REFUSED" && reason === null;
  return isSilent ? { reason: "inspectionDuties.errors.refusalReason", field: "endWords" } : null;
}

/** Why this cannot be the team of a case that is open already: who is new in it joins by a request, which a second person decides (SOD-7). */
export function joiningObstacle(
  team: readonly { readonly memberId: string; readonly name: string; readonly role: "HEAD" | "MEMBER" }[],
  teamIds: readonly string[],
): Obstacle | null {
  const joins = team.find(({ memberId }) => !teamIds.includes(memberId));
  if (!joins) return null;
  const field = joins.role === "HEAD" ? "head" : "team";
  return { reason: "inspectionDuties.errors.joinsByRequest", params: { person: joins.name }, field };
}
