import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, toDbDate, typedForm } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canProposeBadges } from "@/lib/features/badges/policy";
import { type BadgeCandidate, findBranchOn, listCandidates } from "@/lib/features/badges/queries/badge-facts";
import { type BadgeRules, findRulesOn, listBadgeRules } from "@/lib/features/badges/queries/badge-rules";
import { awardDayObstacle, type DueBadge, dueBadge, earlyBadge, proposalObstacle } from "@/lib/features/badges/rules";
import type { ProposeBadgesInput, ProposeEarlyBadgeInput } from "@/lib/features/badges/schema";

type Paper = Pick<ProposeBadgesInput, "awardOn" | "proposalNumber" | "proposedOn">;

/** Loads the people and the rules of the award day, once the paper is one that can be. */
async function open(context: CommandContext, memberIds: readonly string[], paper: Paper) {
  const { tx, actor, today } = context;
  const people = await listCandidates(tx, actor, { memberIds });
  if (people.length < memberIds.length) throw notFound();
  authorize(canProposeBadges(actor));
  requireNoObstacle(proposalObstacle(paper.proposedOn, today));
  const rules = findRulesOn(await listBadgeRules(tx, actor), paper.awardOn);
  requireNoObstacle(awardDayObstacle(paper.awardOn, rules?.parameters ?? null));
  if (!rules) throw notFound();
  return { people, rules };
}

type Proposed = { one: BadgeCandidate; due: DueBadge; earlyReason: string | null };

async function write(context: CommandContext, paper: Paper, rules: BadgeRules, list: readonly Proposed[]) {
  const { tx, actor, audit } = context;
  const { awardOn, proposalNumber, proposedOn } = paper;
  const rows = list.map(({ one, due, earlyReason }) => ({
    committeeId: actor.committeeId,
    id: randomUUID(),
    memberId: one.memberId,
    years: due.years,
    kind: due.kind,
    state: "PROPOSED" as const,
    awardOn: toDbDate(awardOn),
    ruleSetId: rules.id,
    earlyReason,
    proposalNumber,
    proposedOn: toDbDate(proposedOn),
  }));
  await tx.partyBadge.createMany({ data: rows });
  const [first] = list;
  const alone = list.length === 1 && first ? first.one : null;
  audit({
    type: "badges.proposed",
    subject: alone
      ? { kind: "member", id: alone.memberId, name: alone.name }
      : { kind: "committee", id: actor.committeeId, name: proposalNumber },
    branchId: alone && (findBranchOn(alone, awardOn)?.id ?? null),
    params: { count: list.length, awardOn, proposalNumber, proposedOn, ruleSet: rules.document },
    changes: rows.map(({ id, years, kind, earlyReason }, index) => ({
      record: "PartyBadge",
      recordId: id,
      before: null,
      after: { member: list[index]?.one.name ?? null, years, kind, earlyReason },
    })),
  });
  return rows.map(({ id }) => id);
}

function dueOn(one: BadgeCandidate, awardOn: Day, { parameters }: BadgeRules): DueBadge {
  const due = dueBadge(one, awardOn, parameters);
  if (due) return due;
  throw new DomainError("RULE", "badges.errors.notDue", { name: one.name, day: typedForm(awardOn) });
}

/**
 * Proposes to the superior body the badges due to these members on an award day, each for the years of the rules in force on
 * that day. Refuses a day that is no award day, a paper of the future, and whom none is due to (RULE).
 */
export function proposeBadges(actor: Actor, input: ProposeBadgesInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "proposeBadges", input, ...sending }, async (context) => {
    const { people, rules } = await open(context, input.memberId, input);
    const list = people.map((one) => ({ one, due: dueOn(one, input.awardOn, rules), earlyReason: null }));
    return { ids: await write(context, input, rules, list) };
  });
}

/**
 * Proposes the next badge of somebody gravely ill before its years are full. Refuses (RULE) what `proposeBadges` refuses, and
 * an award day earlier than the rules let it be given.
 */
export function proposeEarlyBadge(actor: Actor, input: ProposeEarlyBadgeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "proposeEarlyBadge", input, ...sending }, async (context) => {
    const { people, rules } = await open(context, [input.memberId], input);
    const [one] = people;
    if (!one) throw notFound();
    const due = earlyBadge(one, input.awardOn, rules.parameters);
    const params = { name: one.name, day: typedForm(input.awardOn) };
    if (!due) throw new DomainError("RULE", "badges.errors.tooEarly", params);
    const ids = await write(context, input, rules, [{ one, due, earlyReason: input.earlyReason }]);
    return { ids, memberId: one.memberId };
  });
}
