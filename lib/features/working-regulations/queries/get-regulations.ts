import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canKeepRegulations, canReadRegulations } from "@/lib/features/working-regulations/policy";
import {
  listViews,
  type RegulationView,
  regulationsOfBranch,
} from "@/lib/features/working-regulations/queries/find-regulations";

/* Five years of monthly meetings: regulations are adopted once or twice in a term. */
const MEETINGS_OFFERED = 60;

/** The working regulations of a branch on a day: the version in force, and all others, those that begin last first. */
export type Regulations = {
  readonly branchId: string;
  readonly branch: string;
  readonly on: Day;
  readonly inForce: RegulationView | null;
  readonly others: readonly RegulationView[];
  readonly can: { readonly keep: boolean };
};

/** The working regulations of a branch as they were on a day. Refuses with NOT_FOUND a branch that the reader does not read. */
export async function getRegulations(actor: Actor, branchId: string, on: Day): Promise<Regulations> {
  if (!canReadRegulations(actor, branchId)) throw notFound();
  return readAs(actor, async (tx) => {
    const branch = await tx.branch.findFirst({
      where: { committeeId: actor.committeeId, id: branchId },
      relationLoadStrategy: "join",
      select: { name: true, startsOn: true, endsOn: true, regulations: regulationsOfBranch },
    });
    if (!branch) throw notFound();
    const views = listViews(actor, branch.regulations, periodOf(branch), on);
    const inForce = views.find(({ standing }) => standing === "IN_FORCE") ?? null;
    return {
      ...{ branchId, branch: branch.name, on, inForce },
      others: views.filter((one) => one !== inForce),
      can: { keep: canKeepRegulations(actor, branchId) },
    };
  });
}

/** The branch and its meetings up to today, the last one first, for the form that enters a version. Refuses a branch that the actor does not read (NOT_FOUND) or keep (FORBIDDEN). */
export async function getRegulationForm(actor: Actor, branchId: string) {
  const found = await getRegulations(actor, branchId, actor.today);
  authorize(found.can.keep);
  const meetings = await readAs(actor, (tx) =>
    tx.meeting.findMany({
      where: { committeeId: actor.committeeId, branchId, heldOn: { lte: toDbDate(actor.today) } },
      orderBy: [{ heldOn: "desc" }, { id: "asc" }],
      take: MEETINGS_OFFERED,
      select: { id: true, kind: true, heldOn: true },
    }),
  );
  const offered = meetings.map(({ id, kind, heldOn }): AdoptingMeeting => ({ id, kind, heldOn: fromDbDate(heldOn) }));
  return { branchId, branch: found.branch, isFirst: hasNone(found), meetings: offered };
}

/** A meeting at which regulations may have been adopted. */
export type AdoptingMeeting = { readonly id: string; readonly kind: MeetingKind; readonly heldOn: Day };

/** A version with its branch. Refuses with NOT_FOUND one of a branch that the reader does not read. */
export async function getRegulation(
  actor: Actor,
  id: string,
): Promise<RegulationView & { readonly branchId: string; readonly branch: string }> {
  const row = await readAs(actor, (tx) =>
    tx.workingRegulation.findFirst({ where: { committeeId: actor.committeeId, id }, select: { branchId: true } }),
  );
  if (!row) throw notFound();
  const { branchId, branch, inForce, others } = await getRegulations(actor, row.branchId, actor.today);
  const found = [inForce, ...others].find((one) => one?.id === id);
  if (!found) throw notFound();
  return { ...found, branchId, branch };
}

/** The paper of a version with what is in it. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export async function getRegulationFile(actor: Actor, regulationId: string) {
  const found = await readAs(actor, (tx) =>
    tx.workingRegulationFile.findFirst({
      where: { committeeId: actor.committeeId, regulationId },
      select: { fileName: true, format: true, bytes: true, regulation: { select: { branchId: true } } },
    }),
  );
  if (!found || !canReadRegulations(actor, found.regulation.branchId)) throw notFound();
  const { fileName, format, bytes } = found;
  return { fileName, format, bytes: new Uint8Array(bytes) };
}

function hasNone({ inForce, others }: Pick<Regulations, "inForce" | "others">): boolean {
  return inForce === null && others.every(({ standing }) => standing === "ANNULLED");
}
