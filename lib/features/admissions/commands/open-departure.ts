import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { openDossier } from "@/lib/features/admissions/commands/open-dossier";
import { canOpenDossier } from "@/lib/features/admissions/policy";
import { groundObstacle } from "@/lib/features/admissions/rules/departures";
import type { OpenDepartureInput } from "@/lib/features/admissions/schema";
import { loadProbation } from "@/lib/features/members/commands/recognise-member";
import { getCharterOn } from "@/lib/features/rule-sets/queries/rule-sets";

/**
 * Opens a dossier of exemption, removal, resignation or expulsion about a member, in the member's branch of today. Refuses who
 * is in no branch, a ground the rules do not know, and the person's own (RULE); an expulsion by a secretary (FORBIDDEN); a second way out at once
 * (CONFLICT).
 */
export function openDeparture(actor: Actor, input: OpenDepartureInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openDeparture", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { memberId, kind, openedOn, ground, reason } = input;
    const official = { AND: [inForce(today), { kind: "OFFICIAL" as const }] };
    const member = await tx.member.findFirst({
      where: { committeeId: actor.committeeId, id: memberId },
      select: { fullName: true, memberships: { where: official, select: { branchId: true } } },
    });
    if (!member) throw notFound();
    const [home] = member.memberships;
    if (!home) throw new DomainError("RULE", "members.errors.notInBranch");
    const { branchId } = home;
    authorize(canOpenDossier(actor, branchId, kind));
    if (memberId === actor.memberId) throw new DomainError("RULE", "admissions.errors.ownDossier");
    if (kind === "EXPULSION" && (await loadProbation(context, memberId)).officialOn === null) {
      throw new DomainError("RULE", "admissions.errors.probationerExpelled");
    }
    const charter = await getCharterOn(tx, actor.committeeId, openedOn);
    requireNoObstacle(groundObstacle(kind, ground, charter.parameters));

    const { id, changes } = await openDossier(context, { kind, branchId, memberId, openedOn, ground, reason });
    audit({
      type: "dossier.opened",
      subject: { kind: "dossier", id, name: member.fullName },
      branchId,
      params: { kind, openedOn },
      reason,
      changes,
    });
    return { id };
  });
}
