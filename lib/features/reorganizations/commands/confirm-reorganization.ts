import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { moveDossiers } from "@/lib/features/admissions/commands/move-dossiers";
import { moveAssignments } from "@/lib/features/assignments/commands/move-assignments";
import { moveStays } from "@/lib/features/members/commands/move-stays";
import { moveOffices } from "@/lib/features/organization/commands/move-offices";
import { moveVillages } from "@/lib/features/organization/commands/move-villages";
import {
  closeBranches,
  openSuccessors,
  recordSuccessions,
} from "@/lib/features/organization/commands/succeed-branches";
import {
  answerReorganization,
  loadReorganization,
  type StoredReorganization,
} from "@/lib/features/reorganizations/commands/load-reorganization";
import { settleThings } from "@/lib/features/reorganizations/commands/settle-things";
import { canConfirmReorganization } from "@/lib/features/reorganizations/policy";
import { listStanding } from "@/lib/features/reorganizations/queries/list-standing";
import { confirmationObstacle } from "@/lib/features/reorganizations/rules/answer";
import { type Plan, planObstacle, successionsIn } from "@/lib/features/reorganizations/rules/plan";
import type { Hanging, Settled } from "@/lib/features/reorganizations/rules/settling";
import type { ConfirmReorganizationInput } from "@/lib/features/reorganizations/schema";

/**
 * Confirms a proposed reorganisation, which takes effect in the same transaction: branches end and begin on its day, and with
 * them the stays, offices, assignments and villages; open dossiers go along. For leaders. Refuses who proposed it, a day to
 * come, and by name whatever has come up since the proposal and is not settled (RULE). Asks for the password again.
 */
export function confirmReorganization(actor: Actor, input: ConfirmReorganizationInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmReorganization", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const found = await loadReorganization(context, input.id);
    authorize(canConfirmReorganization(actor));
    await requireRecentPassword(context);
    requireNoObstacle(confirmationObstacle(found, actor.accountId, today));
    const { id, plan, name, kind, effectiveOn } = found;
    const hand = { decidedById: actor.accountId, decidedBy: actor.displayName, decidedOn: toDbDate(today) };
    await answerReorganization(context, input, { state: "CONFIRMED", ...hand });
    await lockBranches(context, plan);
    requireNoObstacle(planObstacle(plan, await listStanding(tx, actor.committeeId)));
    const leaving = await settleThings(context, plan);
    const changes = await takeEffect(context, found, leaving);
    const answered = {
      record: "Reorganization",
      recordId: id,
      before: { state: "PROPOSED" },
      after: { state: "CONFIRMED" },
    };
    audit({
      type: "reorganization.confirmed",
      subject: { kind: "reorganization", id, name },
      params: { kind, effectiveOn },
      changes: [answered, ...changes],
    });
    return { id };
  });
}

/** Waits for whoever is writing into the branches, and lets nobody begin before this is done. */
async function lockBranches({ tx, actor }: CommandContext, { places }: Plan): Promise<void> {
  const ids = places.map((place) => place.branchId);
  await tx.$queryRaw`
    SELECT id FROM "Branch" WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}

async function takeEffect(
  context: CommandContext,
  { id, plan, decisionNumber, decisionOn }: StoredReorganization,
  leaving: readonly Settled[],
): Promise<AuditChange[]> {
  const { effectiveOn, places, kind } = plan;
  const names = new Map(places.map((place) => [place.branchId, place.name]));
  const day = { effectiveOn, decisionNumber, decisionOn, names };
  const moves = (of: Hanging["kind"]) =>
    leaving
      .filter(({ thing }) => thing.kind === of)
      .map(({ thing: { id, name, branchId: from, startsOn, endsOn }, to }) => {
        return { id, name, from, to: to ?? null, startsOn, endsOn };
      });
  const closed = places.filter((place) => place.part === "CLOSED").map((place) => place.branchId);
  const opened = places.filter((place) => place.part === "OPENED");
  const goesOnFrom = kind === "RENAME" ? (closed[0] ?? null) : null;
  return [
    ...(await openSuccessors(context, opened, { ...day, goesOnFrom })),
    ...(await moveStays(context, moves("STAY"), day)),
    ...(await moveOffices(context, moves("OFFICE"), day)),
    ...(await moveAssignments(context, moves("ASSIGNMENT"), day)),
    ...(await moveVillages(context, moves("VILLAGE"), day)),
    ...(await moveDossiers(context, moves("DOSSIER"), day)),
    ...(await closeBranches(context, closed, day)),
    ...(await recordSuccessions(context, successionsIn(plan), { ...day, reorganizationId: id })),
  ];
}
