import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { openDossier } from "@/lib/features/admissions/commands/open-dossier";
import { canOpenDossier } from "@/lib/features/admissions/policy";
import type { OpenRecognitionInput } from "@/lib/features/admissions/schema";
import { loadProbation } from "@/lib/features/members/commands/recognise-member";

/**
 * Opens the dossier of recognition for a probationer who came with a record and has none. Refuses an official member, and the
 * person's own (RULE); one that is open already (CONFLICT).
 */
export function openRecognition(actor: Actor, input: OpenRecognitionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openRecognition", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { memberId, openedOn, helperId } = input;
    const membership = await tx.membership.findFirst({
      where: { AND: [{ committeeId: actor.committeeId, memberId, kind: "OFFICIAL" }, inForce(today)] },
      select: {
        branchId: true,
        member: { select: { fullName: true } },
      },
    });
    if (!membership) throw notFound();
    const { branchId, member } = membership;
    authorize(canOpenDossier(actor, branchId, "RECOGNITION"));
    if (memberId === actor.memberId) throw new DomainError("RULE", "admissions.errors.ownDossier");
    const { officialOn } = await loadProbation(context, memberId);
    if (officialOn) throw new DomainError("RULE", "members.errors.alreadyOfficial");

    const { id, changes } = await openDossier(context, { kind: "RECOGNITION", branchId, memberId, openedOn, helperId });
    audit({
      type: "dossier.opened",
      subject: { kind: "dossier", id, name: member.fullName },
      branchId,
      params: { kind: "RECOGNITION", openedOn },
      changes,
    });
    return { id };
  });
}
