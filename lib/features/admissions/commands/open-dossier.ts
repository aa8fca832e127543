import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import type { DepartureGround, DossierKind, PaperCode } from "@/lib/core/db/generated/enums";
import { requireNoObstacle } from "@/lib/core/errors";
import { writeStep } from "@/lib/features/admissions/commands/write-step";
import { stepDayObstacle } from "@/lib/features/admissions/rules/steps";
import { getMembershipRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";
import type { MembershipParameters } from "@/lib/features/rule-sets/schema";

/** A dossier to be opened. */
export type NewDossier = {
  readonly kind: DossierKind;
  readonly branchId: string;
  readonly memberId: string | null;
  readonly openedOn: Day;
  readonly ground?: DepartureGround | null;
  readonly reason?: string | null;
  readonly helperId?: string | null;
};

/**
 * Opens a dossier with the check-list of the rules in force that day, which it keeps. A step of the commands that open one.
 * Refuses a day to come, or one that no rule set covers (RULE).
 */
export async function openDossier(
  context: CommandContext,
  { openedOn, ...of }: NewDossier,
): Promise<{ id: string; changes: AuditChange[] }> {
  const { tx, actor, today } = context;
  const { committeeId } = actor;
  requireNoObstacle(stepDayObstacle(openedOn, openedOn, today, "openedOn"));
  const rules = await getMembershipRulesOn(tx, committeeId, openedOn);
  const codes = papersOf(of.kind, rules.parameters);

  const id = randomUUID();
  await tx.dossier.create({
    data: { committeeId, id, ...of, openedOn: toDbDate(openedOn), openedById: actor.accountId },
    select: { id: true },
  });
  await tx.dossierPaper.createMany({
    data: codes.map((code, position) => ({ committeeId, dossierId: id, code, position })),
  });
  const step = await writeStep(context, id, { kind: "OPENED", doneOn: openedOn, ruleSet: rules });
  const { kind, ground = null, reason = null } = of;
  const after = { kind, openedOn, ground, reason, papers: codes.length };
  return { id, changes: [{ record: "Dossier", recordId: id, before: null, after }, step] };
}

function papersOf(kind: DossierKind, rules: MembershipParameters): readonly PaperCode[] {
  const lists: Readonly<Record<DossierKind, MembershipParameters["admissionPapers"]>> = {
    ADMISSION: rules.admissionPapers,
    RECOGNITION: rules.recognitionPapers,
    EXEMPTION: rules.exemptionPapers,
    REMOVAL: rules.removalPapers,
    RESIGNATION: rules.resignationPapers,
    EXPULSION: rules.expulsionPapers,
    DEATH: rules.deathPapers,
  };
  return lists[kind].value;
}
