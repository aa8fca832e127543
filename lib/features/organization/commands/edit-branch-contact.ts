import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, notFound } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { canEditBranchContact } from "@/lib/features/organization/policy";
import type { BranchContactInput } from "@/lib/features/organization/schema";

/** Changes where the branch meets and its telephone. Refuses an older version with both versions' values (CONFLICT). */
export function editBranchContact(actor: Actor, input: BranchContactInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editBranchContact", input, ...sending }, async ({ tx, actor, audit }) => {
    const { committeeId } = actor;
    const { branchId, phone, meetingPlace, version } = input;
    const branch = await tx.branch.findFirst({
      where: { committeeId, id: branchId },
      select: { name: true, contact: { select: { phone: true, meetingPlace: true, version: true } } },
    });
    if (!branch) throw notFound();
    authorize(canEditBranchContact(actor, branchId));
    if (!branch.contact) throw notFound();

    const before = { phone: branch.contact.phone, meetingPlace: branch.contact.meetingPlace };
    const written = await tx.branchContact.updateMany({
      where: { committeeId, branchId, version },
      data: { phone, meetingPlace, version: { increment: 1 } },
    });
    if (written.count === 0) {
      const current = { phone: before.phone ?? "", meetingPlace: before.meetingPlace ?? "" };
      throw new VersionConflict(current, branch.contact.version);
    }
    const change = changedValues(before, { phone, meetingPlace });
    audit({
      type: "branch.contactEdited",
      subject: { kind: "branch", id: branchId, name: branch.name },
      branchId,
      changes: change ? [{ record: "Branch", recordId: branchId, ...change }] : [],
    });
    return { id: branchId };
  });
}
