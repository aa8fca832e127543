import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import type { Prisma } from "@/lib/core/db/generated/client";
import { notFound } from "@/lib/core/errors";
import { periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canConfirmRevision, canReadRevisions, canReviseRules } from "@/lib/features/rule-sets/policy";
import {
  confirmationObstacle,
  isChanged,
  type ParameterChange,
  parametersOf,
} from "@/lib/features/rule-sets/rules/revisions";
import { parameterSchemas, shapeOf } from "@/lib/features/rule-sets/schema/parameters";

const shown = {
  ...{ id: true, ruleSetId: true, document: true, startsOn: true, parameters: true, reason: true, state: true },
  ...{ openedBy: true, submittedById: true, submittedBy: true, submittedOn: true, closedBy: true, closedOn: true },
  ...{ note: true, version: true },
  ruleSet: { select: { kind: true, document: true, startsOn: true, endsOn: true, parameters: true } },
} as const satisfies Prisma.RuleRevisionSelect;

/** The next versions that are being written or wait to be confirmed; none for who may not know of them. */
export function listOpenRevisions(actor: Actor) {
  if (!canReadRevisions(actor)) return Promise.resolve([]);
  return readAs(actor, async (tx) => {
    const rows = await tx.ruleRevision.findMany({
      where: { committeeId: actor.committeeId, state: { in: ["DRAFT", "SUBMITTED"] } },
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      select: { id: true, document: true, startsOn: true, state: true, ruleSet: { select: { kind: true } } },
    });
    return rows.map(({ startsOn, ruleSet, ...row }) => ({
      ...row,
      startsOn: fromDbDate(startsOn),
      kind: ruleSet.kind,
    }));
  });
}

/** The next versions that wait for this reader to confirm them; none for who confirms none, or submitted it. */
export function listWaitingRevisions(actor: Actor) {
  if (!canConfirmRevision(actor)) return Promise.resolve([]);
  return readAs(actor, (tx) =>
    tx.ruleRevision.findMany({
      where: { committeeId: actor.committeeId, state: "SUBMITTED", NOT: { submittedById: actor.accountId } },
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      select: { id: true, document: true },
    }),
  );
}

/** What a next version is opened from: the rule set to be followed. Refuses who writes none, and what is not there (NOT_FOUND). */
export function getFollowedRuleSet(actor: Actor, id: string) {
  if (!canReviseRules(actor)) throw notFound();
  return readAs(actor, async (tx) => {
    const { committeeId } = actor;
    const found = await tx.ruleSet.findUnique({
      where: { committeeId_id: { committeeId, id } },
      select: { id: true, kind: true, document: true, startsOn: true, endsOn: true },
    });
    if (!found) throw notFound();
    const period = periodOf(found);
    const { endsOn: _end, ...row } = found;
    return { ...row, startsOn: period.startsOn, lastDay: lastDayOf(period) };
  });
}

/** A next version beside the one it follows, value by value, the changed ones first, and what the reader may do with it. */
export type RevisionView = Awaited<ReturnType<typeof getRevision>>;

/** One next version. Refuses with NOT_FOUND who knows of none. */
export async function getRevision(actor: Actor, id: string) {
  if (!canReadRevisions(actor)) throw notFound();
  return readAs(actor, async (tx) => {
    const { ruleSet, parameters, startsOn, submittedById, submittedOn, closedOn, ...row } = await read(tx, actor, id);
    const { kind } = ruleSet;
    const schema = parameterSchemas[kind];
    const lines = parametersOf(schema.parse(ruleSet.parameters), schema.parse(parameters));
    const period = periodOf(ruleSet);
    const isDraft = row.state === "DRAFT";
    return {
      ...row,
      ...{ kind, startsOn: fromDbDate(startsOn), submittedOn: fromDbDate(submittedOn), closedOn: fromDbDate(closedOn) },
      followed: { document: ruleSet.document, startsOn: period.startsOn, lastDay: lastDayOf(period) },
      lines: changedFirst(lines),
      isOwnSubmission: submittedById !== null && submittedById === actor.accountId,
      can: {
        change: isDraft && canReviseRules(actor),
        submit: isDraft && canReviseRules(actor) && lines.some(isChanged),
        confirm: canConfirmRevision(actor) && confirmationObstacle({ ...row, submittedById }, actor.accountId) === null,
        sendBack: row.state === "SUBMITTED" && (canConfirmRevision(actor) || canReviseRules(actor)),
      },
    };
  });
}

/** One value of a draft and how it is entered. Refuses with NOT_FOUND what is no draft of the reader's, or has no such value. */
export async function getParameterForm(actor: Actor, id: string, name: string) {
  const { can, lines, kind, document, version } = await getRevision(actor, id);
  const line = lines.find(({ after }) => after.name === name);
  const shape = shapeOf(kind, name);
  if (!can.change || !line || !shape) throw notFound();
  return { id, kind, document, version, shape, ...line };
}

function changedFirst(lines: readonly ParameterChange[]) {
  const all = lines.map((line) => ({ ...line, isChanged: isChanged(line) }));
  return [...all.filter((line) => line.isChanged), ...all.filter((line) => !line.isChanged)];
}

async function read(tx: Tx, actor: Actor, id: string) {
  const { committeeId } = actor;
  const found = await tx.ruleRevision.findUnique({ where: { committeeId_id: { committeeId, id } }, select: shown });
  if (!found) throw notFound();
  return found;
}
