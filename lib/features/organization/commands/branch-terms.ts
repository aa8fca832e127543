import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { addDays, addMonths, type Day, toDbDate } from "@/lib/core/day";
import { endAfter, lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { canEditBranchTerms } from "@/lib/features/organization/policy";
import { branchTermObstacle, endedByNext, termEndObstacle } from "@/lib/features/organization/rules/branch-terms";
import type { MoveBranchTermEndInput, OpenBranchTermInput } from "@/lib/features/organization/schema/branch-terms";
import { findTermRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";

const period = { startsOn: true, endsOn: true } as const;
const termColumns = { id: true, number: true, version: true, ...period } as const;

/**
 * Opens a term of a branch's committee and ends the one in force the day before. Without a last day it lasts as long as the
 * rules of its first day say, or stays open where they say nothing. Refuses dates and numbers out of the line (RULE).
 */
export function openBranchTerm(actor: Actor, input: OpenBranchTermInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openBranchTerm", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const branch = await tx.branch.findFirst({
      where: { committeeId, id: input.branchId },
      select: { id: true, name: true, ...period, terms: { select: termColumns } },
    });
    if (!branch) throw notFound();
    authorize(canEditBranchTerms(actor));
    const { number, congressOn, startsOn, decisionNumber } = input;
    const rules = input.lastDay === null ? await findTermRulesOn(tx, committeeId, startsOn) : null;
    const endsOn = rules ? addMonths(startsOn, rules.parameters.branchTermMonths.value) : endAfter(input.lastDay);
    const terms = branch.terms.map(withPeriod);
    requireNoObstacle(
      branchTermObstacle({ number, congressOn, startsOn, endsOn }, { branch: withPeriod(branch), terms }),
    );

    const ended = endedByNext(terms, startsOn);
    const lastDay = addDays(startsOn, -1);
    if (ended) await writeEnd(context, ended, startsOn);
    const id = randomUUID();
    await tx.branchTerm.create({
      data: {
        committeeId,
        id,
        branchId: branch.id,
        number,
        congressOn: toDbDate(congressOn),
        startsOn: toDbDate(startsOn),
        endsOn: toDbDate(endsOn),
        decisionNumber,
        ruleSetId: rules?.id ?? null,
      },
      select: { id: true },
    });
    const after = {
      termNumber: number,
      congressOn,
      startsOn,
      lastDay: lastDayOf({ startsOn, endsOn }),
      decisionNumber,
    };
    audit({
      type: "branchTerm.opened",
      subject: { kind: "branch", id: branch.id, name: branch.name },
      branchId: branch.id,
      params: { termNumber: number, startsOn },
      changes: [
        { record: "BranchTerm", recordId: id, before: null, after },
        ...(ended
          ? [{ record: "BranchTerm", recordId: ended.id, before: { lastDay: lastDayOf(ended) }, after: { lastDay } }]
          : []),
      ],
    });
    return { id };
  });
}

/** Says when a term of a branch ends, by which decision: sooner or later than foreseen. Refuses the days of the next term (RULE). */
export function moveBranchTermEnd(actor: Actor, input: MoveBranchTermEndInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "moveBranchTermEnd", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const found = await tx.branchTerm.findFirst({
      where: { committeeId: actor.committeeId, id: input.id },
      select: {
        ...termColumns,
        decisionNumber: true,
        branch: { select: { id: true, name: true, terms: { select: termColumns } } },
      },
    });
    if (!found) throw notFound();
    authorize(canEditBranchTerms(actor));
    const { branch, ...term } = withPeriod(found);
    const endsOn = addDays(input.lastDay, 1);
    requireNoObstacle(termEndObstacle(term, endsOn, branch.terms.map(withPeriod)));

    const decisionNumber = input.decisionNumber ?? term.decisionNumber;
    await writeEnd(context, { id: term.id, version: input.version }, endsOn, decisionNumber);
    audit({
      type: "branchTerm.endMoved",
      subject: { kind: "branch", id: branch.id, name: branch.name },
      branchId: branch.id,
      params: { termNumber: term.number, lastDay: input.lastDay },
      changes: [
        {
          record: "BranchTerm",
          recordId: term.id,
          before: { lastDay: lastDayOf(term), decisionNumber: term.decisionNumber },
          after: { lastDay: input.lastDay, decisionNumber },
        },
      ],
    });
    return { id: term.id, branchId: branch.id };
  });
}

/* An end that was decided is no longer the one that the rules foresaw. */
async function writeEnd(
  { tx, actor }: CommandContext,
  term: { readonly id: string; readonly version: number },
  endsOn: Day,
  decisionNumber?: string | null,
): Promise<void> {
  const written = await tx.branchTerm.updateMany({
    where: { committeeId: actor.committeeId, id: term.id, version: term.version },
    data: { endsOn: toDbDate(endsOn), ruleSetId: null, decisionNumber, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
