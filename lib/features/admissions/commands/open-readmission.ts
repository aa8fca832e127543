import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, fromDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { openDossier } from "@/lib/features/admissions/commands/open-dossier";
import { personColumns } from "@/lib/features/admissions/commands/prepare-admission";
import { canOpenReadmission } from "@/lib/features/admissions/policy";
import { readmissionObstacle } from "@/lib/features/admissions/rules/departures";
import type { OpenReadmissionInput } from "@/lib/features/admissions/schema";
import { getCharterOn, type RuleInForce } from "@/lib/features/rule-sets/queries/rule-sets";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";

/**
 * Opens a dossier of admission for somebody who has left the Party, by the same steps as for anybody else; the old record
 * goes on with the ceremony. For the office, which alone reads the records of former members. Refuses who has not left the
 * Party, has left it less than the rule's months ago, or belongs to a group that is not admitted again (RULE).
 */
export function openReadmission(actor: Actor, input: OpenReadmissionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openReadmission", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const { memberId, branchId, openedOn } = input;
    const branch = await tx.branch.findFirst({
      where: { AND: [{ committeeId, id: branchId }, inForce(openedOn)] },
      select: { name: true },
    });
    const member = await tx.member.findFirst({
      where: { committeeId, id: memberId },
      select: { fullName: true, sex: true, profile: true, sensitive: true },
    });
    if (!branch || !member?.profile || !member.sensitive) throw notFound();
    authorize(canOpenReadmission(actor));
    const charter = await getCharterOn(tx, committeeId, openedOn);
    await requireReadmissible(context, memberId, charter, openedOn);

    const { id, changes } = await openDossier(context, { kind: "ADMISSION", branchId, memberId, openedOn });
    const { fullName, sex, profile, sensitive } = member;
    const { birthOn, education, occupation, homePlace, youthUnionOn } = profile;
    const { ethnicity, religion, permanentResidence, phone } = sensitive;
    const person = { fullName, sex, birthOn, education, occupation, homePlace, youthUnionOn, ethnicity, religion };
    await tx.candidate.create({
      data: { committeeId, dossierId: id, ...personColumns({ ...person, permanentResidence, phone }) },
      select: { dossierId: true },
    });
    audit({
      type: "dossier.opened",
      subject: { kind: "dossier", id, name: fullName },
      branchId,
      params: { kind: "ADMISSION", branch: branch.name, openedOn },
      changes,
    });
    return { id };
  });
}

async function requireReadmissible(
  { tx, actor }: CommandContext,
  memberId: string,
  charter: RuleInForce<CharterParameters>,
  on: Day,
): Promise<void> {
  const { committeeId } = actor;
  const last = await tx.membership.findFirst({
    where: { committeeId, memberId, kind: "OFFICIAL" },
    orderBy: { startsOn: "desc" },
    select: { endsOn: true, endReason: true, member: { select: { profile: { select: { readmittedOn: true } } } } },
  });
  const leftOn = fromDbDate(last?.endsOn ?? null);
  if (!last || leftOn === null) throw new DomainError("RULE", "admissions.errors.hasNotLeft");
  const dossier = await tx.dossier.findFirst({
    where: { committeeId, memberId, state: "DONE", kind: { in: ["REMOVAL", "RESIGNATION", "EXPULSION"] } },
    orderBy: { openedOn: "desc" },
    select: { ground: true },
  });
  const leave = { leftOn, reason: last.endReason, ground: dossier?.ground ?? null };
  const readmissions = last.member.profile?.readmittedOn ? 1 : 0;
  requireNoObstacle(readmissionObstacle(leave, readmissions, charter.parameters, on));
}
