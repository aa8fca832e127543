import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type {
  InspectionBody,
  InspectionMode,
  InspectionState,
  InspectionTopic,
  ProgrammeState,
} from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canKeepProgramme } from "@/lib/features/inspection-programmes/policy";
import {
  findStanding,
  listLineFacts,
  listLineScope,
  listProgrammeScope,
  listShownSubjects,
} from "@/lib/features/inspection-programmes/queries/programme-scope";
import type { LineStanding } from "@/lib/features/inspection-programmes/schema";
import { canOpenInspection } from "@/lib/features/inspections/policy";

/** A line with what became of it; `carriedOut` is the case behind it where the reader knows of one, `standing` null in a draft. */
export type LineView = {
  readonly id: string;
  readonly mode: InspectionMode;
  readonly topic: InspectionTopic;
  readonly month: number;
  readonly team: string | null;
  readonly remark: string | null;
  readonly subjects: readonly { readonly branchId: string | null; readonly name: string }[];
  readonly standing: LineStanding | null;
  readonly added: { readonly on: Day; readonly reason: string } | null;
  readonly dropped: { readonly on: Day; readonly reason: string } | null;
  readonly done: { readonly on: Day; readonly result: string; readonly meetingId: string | null } | null;
  readonly carriedOut: { readonly id: string; readonly title: string; readonly state: InspectionState } | null;
  readonly version: number;
  readonly can: {
    readonly takeOut: boolean;
    readonly drop: boolean;
    readonly markDone: boolean;
    readonly openCase: boolean;
  };
};

/** A programme with its lines in month order. */
export type ProgrammeView = {
  readonly id: string;
  readonly year: number;
  readonly body: InspectionBody | null;
  readonly branchId: string | null;
  readonly branch: string | null;
  readonly state: ProgrammeState;
  readonly documentNumber: string | null;
  readonly issuedOn: Day | null;
  readonly issuedBy: string | null;
  readonly version: number;
  readonly lines: readonly LineView[];
  readonly can: { readonly keep: boolean };
};

/** One programme as far as the reader reads it. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getProgramme(actor: Actor, id: string): Promise<ProgrammeView> {
  return readAs(actor, async (tx) => {
    const row = await tx.inspectionProgramme.findFirst({
      where: { AND: [{ id }, listProgrammeScope(actor)] },
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, year: true, body: true, branchId: true, state: true, documentNumber: true },
        ...{ issuedOn: true, issuedBy: true, version: true },
        branch: { select: { name: true } },
        lines: {
          where: listLineScope(actor),
          orderBy: [{ month: "asc" }, { id: "asc" }],
          select: {
            ...listLineFacts(actor),
            ...{ id: true, mode: true, topic: true, team: true, remark: true, version: true },
            ...{ addedOn: true, addedReason: true, droppedReason: true, doneResult: true },
            meeting: { select: { id: true } },
            subjects: {
              where: listShownSubjects(actor),
              orderBy: { id: "asc" },
              select: { branchId: true, memberName: true, branch: { select: { name: true } } },
            },
          },
        },
      },
    });
    if (!row) throw notFound();
    const { branch, lines, issuedOn, ...programme } = row;
    const keep = canKeepProgramme(actor, programme);
    const isIssued = programme.state === "ISSUED";
    const isOfBranch = programme.branchId !== null;
    return {
      ...programme,
      branch: branch?.name ?? null,
      issuedOn: fromDbDate(issuedOn),
      lines: lines.map(({ cases, subjects, meeting, ...line }): LineView => {
        const standing = isIssued ? findStanding(actor, { ...line, cases }, programme.year) : null;
        const { addedOn, addedReason, droppedOn, droppedReason, doneOn, doneResult, ...rest } = line;
        const isOpen = standing !== null && standing !== "DROPPED" && standing !== "DONE";
        return {
          ...rest,
          standing,
          subjects: subjects.map((one) => ({
            branchId: one.branchId,
            name: one.branch?.name ?? one.memberName ?? "",
          })),
          added: addedOn && { on: fromDbDate(addedOn), reason: addedReason ?? "" },
          dropped: droppedOn && { on: fromDbDate(droppedOn), reason: droppedReason ?? "" },
          done: doneOn && { on: fromDbDate(doneOn), result: doneResult ?? "", meetingId: meeting?.id ?? null },
          carriedOut: cases.find(({ state }) => state === "CONCLUDED") ?? cases[0] ?? null,
          can: {
            takeOut: keep && !isIssued,
            drop: keep && isOpen,
            markDone: keep && isOfBranch && standing !== null && standing !== "DROPPED",
            openCase: !isOfBranch && isOpen && cases.length === 0 && canOpenInspection(actor),
          },
        };
      }),
      can: { keep },
    };
  });
}

/** A line with the programme it belongs to. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export async function getLine(actor: Actor, id: string) {
  const found = await readAs(actor, (tx) =>
    tx.programmeLine.findFirst({ where: { committeeId: actor.committeeId, id }, select: { programmeId: true } }),
  );
  if (!found) throw notFound();
  const programme = await getProgramme(actor, found.programmeId);
  const line = programme.lines.find((one) => one.id === id);
  if (!line) throw notFound();
  return { programme, line };
}
