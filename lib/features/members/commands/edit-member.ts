import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { typedValues } from "@/lib/core/typed-values";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadRecord, type StoredRecord } from "@/lib/features/members/commands/load-record";
import { identityColumns, personalColumns, registerColumns } from "@/lib/features/members/commands/member-rows";
import { canEditMember, canEditRegisterFields } from "@/lib/features/members/policy";
import { memberDatesObstacle, memberNumberObstacle } from "@/lib/features/members/rules";
import type { EditMemberInput, EditRegisterEntryInput } from "@/lib/features/members/schema";

/** Takes the next version of the record, or shows the second editor both versions' values (CONFLICT). */
async function takeVersion({ tx, actor }: CommandContext, record: StoredRecord, version: number, data: object) {
  const written = await tx.member.updateMany({
    where: { committeeId: actor.committeeId, id: record.id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new VersionConflict(typedValues(record.values), record.version);
}

/**
 * Edits what the office and the member's own secretary keep. Refuses an older version (CONFLICT, with the stored values),
 * and dates that cannot be true together (RULE). The day the record was edited and by whom stand in the audit.
 */
export function editMember(actor: Actor, input: EditMemberInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editMember", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const record = await loadRecord(context, input.id);
    authorize(canEditMember(actor, record.branchId));
    const { id, version, ...personal } = input;
    requireNoObstacle(memberDatesObstacle({ ...record.dates, ...personal }, today));

    const { member, profile, sensitive } = personalColumns(personal);
    const key = { committeeId: actor.committeeId, memberId: id };
    const change = changedValues(record.values, personal);
    const isTouched = (columns: object) => Object.keys(columns).some((name) => name in (change?.after ?? {}));
    await takeVersion(context, record, version, isTouched(member) ? member : {});
    if (isTouched(profile)) await tx.memberProfile.updateMany({ where: key, data: profile });
    if (isTouched(sensitive)) await tx.memberSensitive.updateMany({ where: key, data: sensitive });
    audit({
      type: "member.edited",
      subject: { kind: "member", id, name: personal.fullName },
      branchId: record.branchId,
      changes: change ? [{ record: "Member", recordId: id, ...change }] : [],
    });
    return { id };
  });
}

/** Edits card numbers, ID numbers and the dates of membership: the office's part of the record. */
export function editRegisterEntry(actor: Actor, input: EditRegisterEntryInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editRegisterEntry", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const record = await loadRecord(context, input.id);
    authorize(canEditRegisterFields(actor));
    const { id, version, idNumber, oldIdNumber, ...entry } = input;
    requireNoObstacle(memberDatesObstacle({ ...record.dates, ...entry }, today));
    requireNoObstacle(memberNumberObstacle(input));

    const key = { committeeId: actor.committeeId, memberId: id };
    await takeVersion(context, record, version, {});
    await tx.memberProfile.updateMany({ where: key, data: registerColumns(input) });
    const identity = identityColumns(id, { idNumber, oldIdNumber });
    if (identity) {
      await tx.memberIdentity.upsert({
        where: { committeeId_memberId: key },
        create: { ...key, ...identity },
        update: identity,
        select: { memberId: true },
      });
    }
    const tails = { idNumberTail: idNumber?.slice(-3) ?? null, oldIdNumberTail: oldIdNumber?.slice(-3) ?? null };
    const after = { ...entry, ...(identity && tails) };
    const change = changedValues(record.values, after);
    audit({
      type: "member.registerEntryEdited",
      subject: { kind: "member", id, name: record.name },
      branchId: record.branchId,
      changes: change ? [{ record: "Member", recordId: id, ...change }] : [],
    });
    return { id };
  });
}
