import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { runCommand, type Sending } from "@/lib/core/command";
import { authorize, notFound } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { canEditBranchContact } from "@/lib/features/organization/policy";
import type { BranchContactInput } from "@/lib/features/organization/schema";

/** Changes where the branch meets and its telephone. Refuses an older version with both versions' values (CONFLICT). */
export function editBranchContact(actor: Actor, input: BranchContactInput, sending: Pick<Sending, "formKey"> = {}) {
  return runCommand(actor, { command: "editBranchContact", input, ...sending }, async ({ tx, actor, audit }) => {
    const key = { committeeId: actor.committeeId, id: input.branchId };
    const branch = await tx.branch.findFirst({
      where: key,
      select: { name: true, phone: true, meetingPlace: true, version: true },
    });
    if (!branch) throw notFound();
    authorize(canEditBranchContact(actor, input.branchId));

    const { phone, meetingPlace } = input;
    const written = await tx.branch.updateMany({
      where: { ...key, version: input.version },
      data: { phone, meetingPlace, version: { increment: 1 } },
    });
    if (written.count === 0) {
      const current = { phone: branch.phone ?? "", meetingPlace: branch.meetingPlace ?? "" };
      throw new VersionConflict(current, branch.version);
    }
    const before = { phone: branch.phone, meetingPlace: branch.meetingPlace };
    const change = changedValues(before, { phone, meetingPlace });
    audit({
      type: "branch.contactEdited",
      subject: { kind: "branch", id: input.branchId, name: branch.name },
      branchId: input.branchId,
      changes: change ? [{ record: "Branch", recordId: input.branchId, ...change }] : [],
    });
    return { id: input.branchId };
  });
}
