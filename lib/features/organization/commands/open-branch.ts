import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { collationKey } from "@/lib/core/text/sort-key";
import { canEditOrganization } from "@/lib/features/organization/policy";
import { branchOpeningObstacle } from "@/lib/features/organization/rules";
import type { OpenBranchInput, OpenVillageInput } from "@/lib/features/organization/schema";

/** Opens a branch from a day on, serving a village where one is named. Refuses a name in use over the same days (RULE). */
export function openBranch(actor: Actor, input: OpenBranchInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openBranch", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canEditOrganization(actor));
    const others = await tx.branch.findMany({
      where: { committeeId: actor.committeeId },
      select: { name: true, startsOn: true, endsOn: true },
    });
    const opening = { name: input.name, startsOn: input.startsOn, endsOn: null };
    requireNoObstacle(branchOpeningObstacle(opening, others.map(withPeriod)));

    const id = randomUUID();
    const { kind, name, decisionNumber, phone, meetingPlace, originBody } = input;
    const period = dbPeriod(input.startsOn, null);
    const sortKey = collationKey(name);
    await tx.branch.create({
      data: { committeeId: actor.committeeId, id, kind, name, sortKey, decisionNumber, originBody, ...period },
      select: { id: true },
    });
    await tx.branchContact.create({
      data: { committeeId: actor.committeeId, branchId: id, phone, meetingPlace },
      select: { branchId: true },
    });
    const village = input.villageId
      ? await tx.village.findFirst({
          where: { committeeId: actor.committeeId, id: input.villageId },
          select: { id: true, name: true },
        })
      : null;
    if (input.villageId && !village) throw notFound();
    if (village) {
      await tx.branchVillage.create({
        data: { committeeId: actor.committeeId, id: randomUUID(), branchId: id, villageId: village.id, ...period },
        select: { id: true },
      });
    }
    const after = {
      kind,
      name,
      startsOn: input.startsOn,
      decisionNumber,
      phone,
      meetingPlace,
      originBody,
      village: village?.name ?? null,
    };
    audit({
      type: "branch.opened",
      subject: { kind: "branch", id, name },
      branchId: id,
      changes: [{ record: "Branch", recordId: id, before: null, after }],
    });
    return { id };
  });
}

/** Enters a village from a day on. */
export function openVillage(actor: Actor, input: OpenVillageInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openVillage", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canEditOrganization(actor));
    const id = randomUUID();
    const { name, startsOn } = input;
    const sortKey = collationKey(name);
    await tx.village.create({
      data: { committeeId: actor.committeeId, id, name, sortKey, ...dbPeriod(startsOn, null) },
      select: { id: true },
    });
    audit({
      type: "village.opened",
      subject: { kind: "village", id, name },
      changes: [{ record: "Village", recordId: id, before: null, after: { name, startsOn } }],
    });
    return { id };
  });
}
