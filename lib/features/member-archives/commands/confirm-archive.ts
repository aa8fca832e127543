import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { canConfirmArchive, canUndoArchive } from "@/lib/features/member-archives/policy";
import { getArchiveRow } from "@/lib/features/member-archives/queries/get-archive";
import { type ArchiveCandidate, getCandidate } from "@/lib/features/member-archives/queries/load-candidate";
import { undoObstacle } from "@/lib/features/member-archives/rules";
import type { ArchiveInput } from "@/lib/features/member-archives/schema";

/**
 * Puts a record into the archive, as proposed by somebody else (FORBIDDEN otherwise): it leaves every list, today's and those of
 * past days, and keeps its name alone. Refuses what stands in the way by now (RULE), and a record that somebody has edited since
 * the proposal (CONFLICT). Asks for the password again.
 */
export function confirmArchive(actor: Actor, input: ArchiveInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmArchive", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const archive = await getArchiveRow(tx, actor, input.id);
    authorize(canConfirmArchive(actor, archive), "memberArchives.errors.confirmedByAnother");
    requireNoObstacle(archive.state === "PROPOSED" ? null : { reason: "memberArchives.errors.over" });
    if (archive.version !== input.version) throw new DomainError("CONFLICT", "refusals.conflict");
    const candidate = await getCandidate(tx, actor, archive.memberId);
    requireNoObstacle(candidate.obstacles[0] ?? null);
    await requireRecentPassword(context);
    await tx.$queryRaw`SELECT app.archive_member(${archive.id}::uuid, ${actor.displayName})`;
    audit({
      type: "memberArchive.confirmed",
      subject: { kind: "memberArchive", id: archive.id, name: archive.memberName },
      reason: archive.reason,
      changes: changesOf(candidate),
    });
    return { id: archive.id };
  });
}

/** Gives a record back from the archive as it was, within thirty days (RULE). Asks for the password again. */
export function undoArchive(actor: Actor, input: ArchiveInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "undoArchive", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const archive = await getArchiveRow(tx, actor, input.id);
    authorize(canUndoArchive(actor));
    requireNoObstacle(undoObstacle(archive, new Date()));
    if (archive.version !== input.version) throw new DomainError("CONFLICT", "refusals.conflict");
    await requireRecentPassword(context);
    await tx.$queryRaw`SELECT app.undo_archive(${archive.id}::uuid)`;
    audit({
      type: "memberArchive.reverted",
      subject: { kind: "memberArchive", id: archive.id, name: archive.memberName },
      changes: [{ record: "Member", recordId: archive.memberId, before: null, after: { restored: "AS_BEFORE" } }],
    });
    return { id: archive.id };
  });
}

/* Of the record itself only the name, since what it said is deleted after thirty days. */
function changesOf({ id, name, leaving }: ArchiveCandidate): AuditChange[] {
  return [
    { record: "Member", recordId: id, before: { fullName: name }, after: null },
    ...leaving.map((row) => ({
      record: row.record,
      recordId: row.id,
      before: { startsOn: row.startsOn, endsOn: row.endsOn },
      after: null,
    })),
  ];
}
