import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, yearOf } from "@/lib/core/day";
import type { InspectionBody, InspectionMode, InspectionState, InspectionTopic } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canListDisciplines } from "@/lib/features/disciplines/policy";
import {
  canOpenInspection,
  canReadProgrammes,
  canRecordInspection,
  visibleInspections,
} from "@/lib/features/inspections/policy";
import { listScope, listShownSubjects } from "@/lib/features/inspections/queries/inspection-scope";
import { type InspectionTally, inspectionTally } from "@/lib/features/inspections/rules";
import { fits } from "@/lib/features/inspections/rules/report";
import type { InspectionFilter } from "@/lib/features/inspections/schema";

/** A branch or a member that an inspection is about. */
export type SubjectLine = {
  readonly branchId: string | null;
  readonly memberId: string | null;
  readonly name: string;
  readonly sortKey: string;
};

/** An inspection or supervision in the list of a year. */
export type InspectionLine = {
  readonly id: string;
  readonly title: string;
  readonly mode: InspectionMode;
  readonly body: InspectionBody;
  readonly state: InspectionState;
  readonly startsOn: Day;
  readonly concludedOn: Day | null;
  readonly decisionNumber: string;
  readonly disciplineFollows: boolean | null;
  readonly topics: readonly InspectionTopic[];
  /** Whether it carries out a line of a programme. */
  readonly isPlanned: boolean;
  /** Whether a violation was found of a subject that the reader sees. */
  readonly hasViolation: boolean;
  readonly subjects: readonly SubjectLine[];
};

/** A subject with the concluded events of the year that name it. */
export type SubjectEvents = SubjectLine & {
  readonly events: readonly { readonly id: string; readonly title: string }[];
};

/** A year's inspections. Only concluded ones are counted; `open` holds the cases of the reader's circle, whatever their year. */
export type InspectionYear = {
  readonly year: number;
  readonly years: readonly number[];
  readonly reach: "REGISTER" | "OWN";
  readonly tally: InspectionTally;
  readonly withDiscipline: number;
  /** What the filter leaves of the concluded ones, and their subjects. */
  readonly concluded: readonly InspectionLine[];
  readonly branches: readonly SubjectEvents[];
  readonly members: readonly SubjectEvents[];
  readonly open: readonly InspectionLine[];
  readonly can: {
    readonly open: boolean;
    readonly record: boolean;
    readonly readProgrammes: boolean;
    readonly listDisciplines: boolean;
  };
};

/** The inspections of a year in the reader's scope; `concluded` is what the filter leaves, the tally is of the whole year. */
export function listInspections(actor: Actor, filter: InspectionFilter): Promise<InspectionYear> {
  return readAs(actor, async (tx) => {
    const rows = await tx.inspection.findMany({
      where: listScope(actor),
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        id: true,
        year: true,
        title: true,
        mode: true,
        body: true,
        state: true,
        startsOn: true,
        concludedOn: true,
        decisionNumber: true,
        disciplineFollows: true,
        programmeLineId: true,
        topics: { select: { topic: true } },
        subjects: {
          where: listShownSubjects(actor),
          select: {
            branchId: true,
            memberId: true,
            violation: true,
            branch: { select: { name: true, sortKey: true } },
            member: { select: { fullName: true, sortKey: true } },
          },
        },
      },
    });
    const all = rows.map(({ topics, subjects, startsOn, concludedOn, programmeLineId, ...row }) => ({
      ...row,
      isPlanned: programmeLineId !== null,
      hasViolation: subjects.some(({ violation }) => violation !== null && violation !== "NO_VIOLATION"),
      startsOn: fromDbDate(startsOn),
      concludedOn: fromDbDate(concludedOn),
      topics: topics.map((one) => one.topic),
      subjects: subjects
        .map(({ branch, member, branchId, memberId }): SubjectLine => {
          return {
            ...{ branchId, memberId },
            name: branch?.name ?? member?.fullName ?? "",
            sortKey: branch?.sortKey ?? member?.sortKey ?? "",
          };
        })
        .toSorted(bySortKey),
    }));
    const known = all.filter((one) => one.state === "CONCLUDED");
    const years = [...new Set(known.map((one) => one.year))].toSorted((one, other) => other - one);
    const year = filter.year ?? years[0] ?? yearOf(actor.today);
    const ofYear = known.filter((one) => one.year === year);
    const shown = ofYear.filter((one) => isWithin(one, filter));
    const { concludedOfRegister } = visibleInspections(actor);
    return {
      year,
      years: years.includes(year) ? years : [year, ...years].toSorted((one, other) => other - one),
      reach: concludedOfRegister ? "REGISTER" : "OWN",
      tally: inspectionTally(known, year),
      withDiscipline: ofYear.filter((one) => one.disciplineFollows).length,
      concluded: shown,
      branches: subjectsOf(shown, "branchId"),
      members: subjectsOf(shown, "memberId"),
      open: all.filter((one) => one.state === "IN_PROGRESS"),
      can: {
        ...{ open: canOpenInspection(actor), record: canRecordInspection(actor) },
        readProgrammes: canReadProgrammes(actor),
        listDisciplines: canListDisciplines(actor),
      },
    };
  });
}

function isWithin(one: InspectionLine, filter: InspectionFilter): boolean {
  return (
    fits(one, filter) &&
    (filter.violation === null || one.hasViolation) &&
    (filter.discipline === null || one.disciplineFollows === true)
  );
}

function subjectsOf(lines: readonly InspectionLine[], key: "branchId" | "memberId"): SubjectEvents[] {
  const found = new Map<string, SubjectEvents>();
  for (const { id, title, subjects } of lines) {
    for (const subject of subjects) {
      const subjectId = subject[key];
      if (subjectId === null) continue;
      const events = [...(found.get(subjectId)?.events ?? []), { id, title }];
      found.set(subjectId, { ...subject, events });
    }
  }
  return [...found.values()].toSorted(bySortKey);
}

function bySortKey(one: SubjectLine, other: SubjectLine): number {
  return one.sortKey < other.sortKey ? -1 : Number(one.sortKey > other.sortKey);
}
