import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import type { TeamRequestOutcome } from "@/lib/core/db/generated/enums";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { subjectOf } from "@/lib/features/inspections/commands/load-progress";
import { canAskIntoTeam, canDecideTeamRequest, canWithdrawTeamRequest } from "@/lib/features/inspections/policy";
import { getCaseOfCircle } from "@/lib/features/inspections/queries/case-facts";
import { findPeople, listSecretaryIds } from "@/lib/features/inspections/queries/find-people";
import { peopleMeant, personObstacle } from "@/lib/features/inspections/rules/people";
import {
  askIntoTeamObstacle,
  decisionObstacle,
  endTeamRequestObstacle,
} from "@/lib/features/inspections/rules/team-requests";
import type {
  AskIntoTeamInput,
  DecideTeamRequestInput,
  WithdrawTeamRequestInput,
} from "@/lib/features/inspections/schema";

/**
 * Asks for a person to be taken into the team of an open case, which gives them nothing yet (SOD-7). Refuses who is not found by name,
 * is of the team or asked for already, a subject, the secretary of a subject branch, who keeps out, and a concluded case (RULE).
 */
export function askIntoTeam(actor: Actor, input: AskIntoTeamInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "askIntoTeam", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId, accountId, displayName } = actor;
    const of = await getCaseOfCircle(tx, actor, input.id);
    const { facts } = of;
    authorize(canAskIntoTeam(actor, facts));
    const found = await findPeople(tx, [input.person], today);
    requireNoObstacle(personObstacle(input.person, found, "person"));
    const asked = await tx.inspectionTeamRequest.findMany({
      where: { committeeId, inspectionId: of.id, outcome: null },
      select: { memberId: true },
    });
    const standing = {
      ...{ state: of.state, teamIds: facts.teamIds, recusedIds: facts.recusedIds },
      ...{ subjectMemberIds: facts.subjectMemberIds, askedIds: asked.map((one) => one.memberId) },
      secretaryIds: await listSecretaryIds(tx, committeeId, facts.subjectBranchIds, today),
    };
    const id = randomUUID();
    for (const { id: memberId, name, branch } of peopleMeant(input.person, found)) {
      requireNoObstacle(askIntoTeamObstacle(memberId, standing));
      const person = `${name} – ${branch}`;
      await tx.inspectionTeamRequest.createMany({
        data: [
          {
            ...{ committeeId, id, inspectionId: of.id, memberId, person, words: input.words },
            ...{ askedById: accountId ?? "", askedBy: displayName },
          },
        ],
      });
      audit({
        type: "teamRequest.made",
        ...subjectOf(of),
        changes: [{ record: "InspectionTeamRequest", recordId: id, before: null, after: { person } }],
      });
    }
    return { id: of.id };
  });
}

/**
 * Takes the person asked for into the team, or refuses to with a reason. The database puts them in. Refuses who asked and the person
 * asked for (FORBIDDEN), who has become partial since, a concluded case, and what has ended already (RULE).
 */
export function decideTeamRequest(actor: Actor, input: DecideTeamRequestInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "decideTeamRequest", input, ...sending }, async (context) => {
    const { of, request } = await loadRequest(context, input.id);
    requireNoObstacle(endTeamRequestObstacle(of.state, request));
    authorize(canDecideTeamRequest(context.actor, of.facts, request));
    requireNoObstacle(decisionObstacle(input.decision, input.endWords));
    await endRequest(context, input.id, input.decision, input.endWords);
    context.audit({
      type: input.decision === "TAKEN_IN" ? "teamRequest.takenIn" : "teamRequest.refused",
      ...subjectOf(of),
      params: { person: request.person },
      changes: [],
    });
    return { id: of.id };
  });
}

/** Takes back a request of one's own that waits. Refuses anybody else (FORBIDDEN), a concluded case and what has ended already (RULE). */
export function withdrawTeamRequest(actor: Actor, input: WithdrawTeamRequestInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "withdrawTeamRequest", input, ...sending }, async (context) => {
    const { of, request } = await loadRequest(context, input.id);
    requireNoObstacle(endTeamRequestObstacle(of.state, request));
    authorize(canWithdrawTeamRequest(context.actor, of.facts, request));
    await endRequest(context, input.id, "WITHDRAWN", null);
    context.audit({
      type: "teamRequest.withdrawn",
      ...subjectOf(of),
      params: { person: request.person },
      changes: [],
    });
    return { id: of.id };
  });
}

async function loadRequest({ tx, actor }: CommandContext, id: string) {
  const request = await tx.inspectionTeamRequest.findFirst({
    where: { committeeId: actor.committeeId, id },
    select: { inspectionId: true, memberId: true, person: true, askedById: true, endedAt: true },
  });
  if (!request) throw notFound();
  return { of: await getCaseOfCircle(tx, actor, request.inspectionId), request };
}

async function endRequest(
  { tx, actor }: CommandContext,
  id: string,
  outcome: TeamRequestOutcome,
  endWords: string | null,
) {
  const hand = { endedById: actor.accountId, endedBy: actor.displayName, endedAt: new Date() };
  const ended = await tx.inspectionTeamRequest.updateMany({
    where: { committeeId: actor.committeeId, id, outcome: null },
    data: { outcome, endWords, ...hand },
  });
  if (ended.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
