import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError } from "@/lib/core/errors";
import { catalogue } from "@/lib/features/rule-sets/catalogue";
import { canInstallRuleSets } from "@/lib/features/rule-sets/policy";

/**
 * Copies the shipped rules that the register lacks into it, by their code; what is there stays as it is. Answers the ids of
 * the new ones. Refuses where nothing is missing (RULE).
 */
export function installRuleSets(actor: Actor, sending: FormSending = {}) {
  return runCommand(actor, { command: "installRuleSets", input: {}, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canInstallRuleSets(actor));
    const { committeeId } = actor;
    const present = await tx.ruleSet.findMany({ where: { committeeId }, select: { code: true } });
    const codes = new Set(present.map((one) => one.code));
    const missing = catalogue
      .filter((entry) => !codes.has(entry.code))
      .map((entry) => ({ ...entry, id: randomUUID() }));
    if (missing.length === 0) throw new DomainError("RULE", "ruleSets.errors.nothingMissing");

    await tx.ruleSet.createMany({
      data: missing.map(({ id, kind, code, document, startsOn, endsOn, parameters }) => ({
        committeeId,
        id,
        kind,
        code,
        document,
        startsOn: toDbDate(startsOn),
        endsOn: toDbDate(endsOn),
        parameters,
      })),
    });
    audit({
      type: "ruleSets.installed",
      subject: { kind: "committee", id: committeeId, name: null },
      params: { count: missing.length },
      changes: missing.map((entry) => {
        const { kind, code, document, startsOn } = entry;
        const after = { kind, code, document, startsOn, lastDay: lastDayOf(entry) };
        return { record: "RuleSet", recordId: entry.id, before: null, after };
      }),
    });
    return { ids: missing.map((entry) => entry.id) };
  });
}
