import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { canSetTarget } from "@/lib/features/ratings/policy";
import { typedTarget } from "@/lib/features/ratings/rules/targets";
import type { SetTargetInput } from "@/lib/features/ratings/schema";

/**
 * Sets what the committee aims at in a year: tenths of a percent, or a number of events for INSPECTIONS. `version` is null
 * for a new target. Refuses an older version with both versions' values, and a target already set (CONFLICT).
 */
export function setTarget(actor: Actor, input: SetTargetInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "setTarget", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canSetTarget(actor));
    const { year, kind, value, document, version } = input;
    const key = { committeeId: actor.committeeId, year, kind };
    const present = await tx.target.findFirst({
      where: key,
      select: { id: true, value: true, document: true, version: true },
    });
    if (version !== null && !present) throw new DomainError("CONFLICT", "refusals.conflict");
    const id = present?.id ?? randomUUID();

    if (!present) {
      await tx.target.create({ data: { ...key, id, value, document }, select: { id: true } });
    } else {
      const where = { committeeId: actor.committeeId, id, version: version ?? 0 };
      const written = await tx.target.updateMany({ where, data: { value, document, version: { increment: 1 } } });
      const current = { value: typedTarget(kind, present.value), document: present.document ?? "" };
      if (written.count === 0) throw new VersionConflict(current, present.version);
    }
    const before = present && { value: present.value, document: present.document };
    const change = before ? changedValues(before, { value, document }) : { before: null, after: { value, document } };
    audit({
      type: "target.set",
      subject: { kind: "target", id, name: String(year) },
      params: { year, kind, value },
      changes: change ? [{ record: "Target", recordId: id, ...change }] : [],
    });
    return { id };
  });
}
