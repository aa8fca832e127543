import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { settleThings } from "@/lib/features/reorganizations/commands/settle-things";
import { canProposeReorganization } from "@/lib/features/reorganizations/policy";
import { listStanding } from "@/lib/features/reorganizations/queries/list-standing";
import { decisionDayObstacle } from "@/lib/features/reorganizations/rules/answer";
import { type Place, type Plan, planObstacle, type StandingBranch } from "@/lib/features/reorganizations/rules/plan";
import { ENDS, type ProposeReorganizationInput } from "@/lib/features/reorganizations/schema";

/**
 * Proposes that branches are merged, one is divided, or one goes on under another name or kind, from a day on, with where every
 * member, office, assignment, village and open dossier goes. Nothing changes until a leader confirms. For the office. Refuses by
 * name what is forgotten, what only the old branch can finish, and a branch that another proposal is about (RULE).
 */
export function proposeReorganization(actor: Actor, input: ProposeReorganizationInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "proposeReorganization", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId, accountId, displayName } = actor;
    const standing = await listStanding(tx, committeeId);
    const plan = planFrom(input, standing);
    authorize(canProposeReorganization(actor));
    if (accountId === null) throw notFound();
    requireNoObstacle(planObstacle(plan, standing) ?? decisionDayObstacle(input.decisionOn, today));
    await requireNoOtherProposal(context, plan);
    const leaving = await settleThings(context, plan);

    const id = randomUUID();
    const { kind, effectiveOn, decisionNumber, decisionOn, decisionBody } = input;
    const hand = { proposedById: accountId, proposedBy: displayName, proposedOn: toDbDate(today) };
    const days = { effectiveOn: toDbDate(effectiveOn), decisionOn: toDbDate(decisionOn) };
    const key = { committeeId, reorganizationId: id };
    await tx.reorganization.create({
      data: { committeeId, id, kind, decisionNumber, decisionBody, ...days, ...hand },
      select: { id: true },
    });
    await tx.reorganizationBranch.createMany({
      data: plan.places.map((place, position) => ({ ...key, ...place, position })),
    });
    await tx.reorganizationSettlement.createMany({
      data: leaving.map(({ thing, to }) => {
        const { id: recordId, role, name, branchId: fromBranchId } = thing;
        return { ...key, recordId, kind: thing.kind, role, name, fromBranchId, toBranchId: to ?? null };
      }),
    });
    const names = (part: Place["part"]) => plan.places.filter((one) => one.part === part).map((one) => one.name);
    const branches = {
      closed: names("CLOSED").join(", "),
      continued: names("CONTINUED").join(", "),
      opened: names("OPENED").join(", "),
    };
    audit({
      type: "reorganization.proposed",
      subject: { kind: "reorganization", id, name: plan.places.map((place) => place.name).join(", ") },
      params: { kind, effectiveOn },
      changes: [
        {
          record: "Reorganization",
          recordId: id,
          before: null,
          after: { kind, effectiveOn, decisionNumber, decisionOn, decisionBody, ...branches },
        },
      ],
    });
    return { id };
  });
}

/** The plan that a form means: the branches it names, those it opens under new ids, and where it sends things. */
function planFrom(input: ProposeReorganizationInput, standing: readonly StandingBranch[]): Plan {
  if (input.survivorId !== null && !input.from.includes(input.survivorId)) {
    throw new DomainError("RULE", "reorganizations.errors.survivorNotChosen", {}, "survivorId");
  }
  const olds = [...new Set(input.from)].map((id): Place => {
    const branch = standing.find((one) => one.id === id);
    if (!branch) throw notFound();
    return {
      branchId: id,
      part: id === input.survivorId ? "CONTINUED" : "CLOSED",
      name: branch.name,
      kind: branch.kind,
    };
  });
  const opened = input.opened.map(({ key, name, kind }) => ({
    key,
    place: { branchId: randomUUID(), part: "OPENED" as const, name, kind },
  }));
  const targets = new Map<string, string | null>([
    [ENDS, null],
    ...olds.filter((place) => place.part === "CONTINUED").map((place) => [place.branchId, place.branchId] as const),
    ...opened.map(({ key, place }) => [key, place.branchId] as const),
  ]);
  const settled = new Map(
    input.settled.map(({ recordId, to }) => {
      const target = targets.get(to);
      if (target === undefined) throw notFound();
      return [recordId, target] as const;
    }),
  );
  const { kind, effectiveOn } = input;
  return { kind, effectiveOn, settled, places: [...olds, ...opened.map(({ place }) => place)] };
}

async function requireNoOtherProposal({ tx, actor }: CommandContext, plan: Plan): Promise<void> {
  const other = await tx.reorganizationBranch.findFirst({
    where: {
      committeeId: actor.committeeId,
      branchId: { in: plan.places.map((place) => place.branchId) },
      reorganization: { state: "PROPOSED" },
    },
    select: { name: true },
  });
  if (other) throw new DomainError("RULE", "reorganizations.errors.proposedBefore", { name: other.name });
}
