import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate } from "@/lib/core/day";
import type {
  InspectionProgrammeWhereInput,
  ProgrammeLineWhereInput,
  ProgrammeSubjectWhereInput,
} from "@/lib/core/db/generated/models";
import { visibleProgrammes } from "@/lib/features/inspection-programmes/policy";
import { lineStanding } from "@/lib/features/inspection-programmes/rules";
import type { LineStanding } from "@/lib/features/inspection-programmes/schema";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";

/** The programmes that a reader reads, in words: all, or plans of own branches and issued ones that name one. Stands beside row level security. */
export function listProgrammeScope(actor: Actor): InspectionProgrammeWhereInput {
  const { committeeId } = actor;
  const { all, ownBranchIds } = visibleProgrammes(actor);
  if (all) return { committeeId };
  const named = { subjects: { some: { branchId: { in: ownBranchIds } } } };
  return {
    committeeId,
    OR: [{ branchId: { in: ownBranchIds } }, { state: "ISSUED", lines: { some: named } }],
  };
}

/** The lines of such a programme that the reader reads: all, or those of the own plan and those that name an own branch. */
export function listLineScope(actor: Actor): ProgrammeLineWhereInput {
  const { all, ownBranchIds } = visibleProgrammes(actor);
  const own = { in: ownBranchIds };
  return all ? {} : { OR: [{ programme: { branchId: own } }, { subjects: { some: { branchId: own } } }] };
}

/** Whom of such a line: everybody, or of the committee's lines the own branches. */
export function listShownSubjects(actor: Actor): ProgrammeSubjectWhereInput {
  const { all, ownBranchIds } = visibleProgrammes(actor);
  const own = { in: ownBranchIds };
  return all ? {} : { OR: [{ line: { programme: { branchId: own } } }, { branchId: own }] };
}

/** What the standing of a line is read from: of its cases only those that the reader knows of (SOD-6). */
export function listLineFacts(actor: Actor) {
  return {
    ...{ month: true, droppedOn: true, doneOn: true },
    cases: { where: listScope(actor), orderBy: { state: "desc" }, select: { id: true, title: true, state: true } },
  } as const;
}

type FactsRow = {
  readonly month: number;
  readonly droppedOn: Date | null;
  readonly doneOn: Date | null;
  readonly cases: readonly { readonly state: "IN_PROGRESS" | "CONCLUDED" }[];
};

/** How a line that was read so stands today. */
export function findStanding(actor: Actor, row: FactsRow, year: number): LineStanding {
  const carriedOut = row.cases.map(({ state }) => state);
  const facts = { month: row.month, isDropped: row.droppedOn !== null, isDone: fromDbDate(row.doneOn) !== null };
  return lineStanding({ ...facts, carriedOut }, year, actor.today);
}
