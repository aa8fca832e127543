import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate, typedForm } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import {
  caseColumns,
  caseValues,
  checkCase,
  clearCaseRows,
  narrowTeam,
  writeCaseRows,
} from "@/lib/features/inspections/commands/case-facts";
import { requireLineFree } from "@/lib/features/inspections/commands/planned-line";
import { canWorkOnInspection } from "@/lib/features/inspections/policy";
import { conclusionObstacle } from "@/lib/features/inspections/rules";
import type { ConcludeInspectionInput, EditInspectionInput } from "@/lib/features/inspections/schema";

type FormKey = FormSending;
type Loaded = Awaited<ReturnType<typeof loadCase>>;

async function loadCase({ tx, actor }: CommandContext, id: string) {
  const row = await tx.inspection.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    select: {
      id: true,
      state: true,
      title: true,
      mode: true,
      body: true,
      year: true,
      decisionNumber: true,
      decidedOn: true,
      startsOn: true,
      endsOn: true,
      openedById: true,
      programmeLineId: true,
      recusedIds: true,
      version: true,
      team: { select: { memberId: true } },
    },
  });
  if (!row) throw notFound();
  authorize(canWorkOnInspection(actor, { openedById: row.openedById, teamIds: row.team.map((one) => one.memberId) }));
  return row;
}

/** Changes an open case as a whole: the event, its topics, subjects and who leaves its team. Refuses as `openInspection`, and who is not of the team (RULE); an older version (CONFLICT). */
export function editOpenInspection(actor: Actor, input: EditInspectionInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "editOpenInspection", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const row = await loadCase(context, input.id);
    const { id, version, ...about } = input;
    if (row.state === "CONCLUDED") throw new DomainError("RULE", "inspections.errors.alreadyConcluded");
    const checked = await checkCase(context, about, "TEAM_REQUIRED", row);

    const written = await tx.inspection.updateMany({
      where: { committeeId: actor.committeeId, id, version, state: "IN_PROGRESS" },
      data: { ...caseColumns(about), version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict(typedCase(row), row.version);
    const kept = await clearCaseRows(context, id, checked);
    await writeCaseRows(context, id, checked, kept);
    await narrowTeam(context, id, checked);
    audit({
      type: "inspection.edited",
      subject: { kind: "inspection", id, name: about.title },
      changes: [{ record: "Inspection", recordId: id, before: beforeOf(row), after: caseValues(checked) }],
    });
    return { id };
  });
}

/** Concludes a case, which is final and known to the register from then on. Refuses as the rules say (RULE); an older version (CONFLICT). */
export function concludeInspection(actor: Actor, input: ConcludeInspectionInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "concludeInspection", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const row = await loadCase(context, input.id);
    const { id, version, conclusion, conclusionNumber, concludedOn, disciplineFollows } = input;
    const startsOn = fromDbDate(row.startsOn);
    requireNoObstacle(conclusionObstacle({ state: row.state, startsOn }, { conclusion, concludedOn }, today));

    await requireLineFree(context, row);
    const after = { conclusion, conclusionNumber, disciplineFollows };
    const written = await tx.inspection.updateMany({
      where: { committeeId: actor.committeeId, id, version, state: "IN_PROGRESS" },
      data: { state: "CONCLUDED", ...after, concludedOn: toDbDate(concludedOn), version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "inspection.concluded",
      subject: { kind: "inspection", id, name: row.title },
      params: { disciplineFollows },
      changes: [
        {
          record: "Inspection",
          recordId: id,
          before: { state: row.state },
          after: { state: "CONCLUDED", ...after, concludedOn },
        },
      ],
    });
    return { id };
  });
}

function beforeOf(row: Loaded) {
  const { title, mode, body, year, decisionNumber } = row;
  const days = {
    decidedOn: fromDbDate(row.decidedOn),
    startsOn: fromDbDate(row.startsOn),
    lastDay: fromDbDate(row.endsOn),
  };
  return { title, mode, body, year, decisionNumber, ...days };
}

function typedCase(row: Loaded): Record<string, string> {
  const { decidedOn, startsOn, lastDay, year, ...texts } = beforeOf(row);
  const typed = (on: typeof lastDay) => (on === null ? "" : typedForm(on));
  return {
    ...texts,
    year: String(year),
    decidedOn: typed(decidedOn),
    startsOn: typed(startsOn),
    lastDay: typed(lastDay),
  };
}
