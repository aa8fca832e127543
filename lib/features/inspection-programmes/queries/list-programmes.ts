import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, yearOf } from "@/lib/core/day";
import type { InspectionBody, ProgrammeState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canKeepProgramme, visibleProgrammes } from "@/lib/features/inspection-programmes/policy";
import { listOutsideCases, type OutsideCase } from "@/lib/features/inspection-programmes/queries/list-outside-cases";
import {
  findStanding,
  listLineFacts,
  listLineScope,
  listProgrammeScope,
} from "@/lib/features/inspection-programmes/queries/programme-scope";
import { planDay, standingTally } from "@/lib/features/inspection-programmes/rules";
import type { LineStanding } from "@/lib/features/inspection-programmes/schema";
import { canReadProgrammes } from "@/lib/features/inspections/policy";

/** A programme in the list of its year; `figures` of the lines that the reader reads, null of a draft. */
export type ProgrammeRow = {
  readonly id: string;
  readonly body: InspectionBody | null;
  readonly branchId: string | null;
  readonly branch: string | null;
  readonly state: ProgrammeState;
  readonly documentNumber: string | null;
  readonly issuedOn: Day | null;
  readonly lines: number;
  readonly figures: Readonly<Record<LineStanding, number>> | null;
};

/** The programmes of a year, whose plans are missing, and the cases that no programme has planned. */
export type ProgrammeYear = {
  readonly year: number;
  readonly years: readonly number[];
  readonly reach: "REGISTER" | "OWN";
  readonly programmes: readonly ProgrammeRow[];
  readonly missing: readonly { readonly branchId: string; readonly branch: string; readonly canOpen: boolean }[];
  readonly missingBodies: readonly InspectionBody[];
  readonly outside: readonly OutsideCase[];
};

const BODIES: readonly InspectionBody[] = ["COMMITTEE", "STANDING_COMMITTEE", "INSPECTION_COMMISSION"];

/** The programmes of a year that the reader reads: bodies of the committee first, then branches by name. Refuses with NOT_FOUND who reads none. */
export async function listProgrammes(actor: Actor, asked: number | null): Promise<ProgrammeYear> {
  if (!canReadProgrammes(actor)) throw notFound();
  const year = asked ?? yearOf(actor.today);
  const { all, ownBranchIds } = visibleProgrammes(actor);
  const outside = await listOutsideCases(actor, year);
  return readAs(actor, async (tx) => {
    const years = await tx.inspectionProgramme.findMany({
      where: listProgrammeScope(actor),
      distinct: ["year"],
      orderBy: { year: "desc" },
      select: { year: true },
    });
    const rows = await tx.inspectionProgramme.findMany({
      where: { AND: [listProgrammeScope(actor), { year }] },
      orderBy: [{ body: "asc" }, { branch: { sortKey: "asc" } }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, body: true, branchId: true, state: true, documentNumber: true, issuedOn: true },
        branch: { select: { name: true } },
        lines: { where: listLineScope(actor), select: listLineFacts(actor) },
      },
    });
    const { committeeId, today } = actor;
    const branches = await tx.branch.findMany({
      where: { AND: [{ committeeId }, inForce(planDay(year, today)), all ? {} : { id: { in: ownBranchIds } }] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
    const planned = rows.map(({ branchId }) => branchId);
    const opened = rows.map(({ body }) => body);
    return {
      year,
      years: [...new Set([year, yearOf(today), ...years.map((one) => one.year)])].toSorted((a, b) => b - a),
      reach: all ? "REGISTER" : "OWN",
      programmes: rows.map(({ branch, lines, issuedOn, ...row }): ProgrammeRow => {
        const standings = lines.map((line) => findStanding(actor, line, year));
        const figures = row.state === "ISSUED" ? standingTally(standings) : null;
        return { ...row, branch: branch?.name ?? null, issuedOn: fromDbDate(issuedOn), lines: lines.length, figures };
      }),
      missing: branches
        .filter(({ id }) => !planned.includes(id))
        .map(({ id, name }) => {
          return { branchId: id, branch: name, canOpen: canKeepProgramme(actor, { branchId: id }) };
        }),
      missingBodies: canKeepProgramme(actor, { branchId: null }) ? BODIES.filter((body) => !opened.includes(body)) : [],
      outside,
    };
  });
}
