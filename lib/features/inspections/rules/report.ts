import type { InspectionBody, InspectionMode, InspectionTopic } from "@/lib/core/db/generated/enums";
import type { Subject } from "@/lib/features/inspections/rules";

/** A concluded inspection or supervision as the yearly report counts it. */
export type ReportedCase = {
  readonly mode: InspectionMode;
  readonly body: InspectionBody;
  readonly topics: readonly InspectionTopic[];
  readonly isPlanned: boolean;
  readonly hasViolation: boolean;
  readonly disciplineFollows: boolean | null;
  readonly subjects: readonly Subject[];
};

/** How many cases, how many branches and members were their subjects, each once, and in how many cases what was found. */
export type ReportCounts = {
  readonly events: number;
  readonly branches: number;
  readonly members: number;
  readonly violations: number;
  readonly discipline: number;
};

/** The values of the list's filter that a row of the report stands for; none for the sum. */
export type ReportKey = {
  readonly mode?: InspectionMode;
  readonly body?: InspectionBody;
  readonly topic?: InspectionTopic;
  readonly programme?: "in" | "out";
};

/** A row of the report: what it counts, and the counts. */
export type ReportRow = { readonly key: ReportKey; readonly counts: ReportCounts };

/** The parts of the report; a part counts every case, by topic a case with two of them twice. */
export type InspectionReport = {
  readonly total: ReportRow;
  readonly byMode: readonly ReportRow[];
  readonly byBody: readonly ReportRow[];
  readonly byTopic: readonly ReportRow[];
  readonly byProgramme: readonly ReportRow[];
};

/** The year's report of inspection and supervision; rows that nothing falls into are left out, but those of the programme. */
export function inspectionReport(
  cases: readonly ReportedCase[],
  of: {
    readonly modes: readonly InspectionMode[];
    readonly bodies: readonly InspectionBody[];
    readonly topics: readonly InspectionTopic[];
  },
): InspectionReport {
  const row = (key: ReportKey): ReportRow => ({ key, counts: countsOf(cases.filter((one) => fits(one, key))) });
  const told = (keys: readonly ReportKey[]) => keys.map(row).filter(({ counts }) => counts.events > 0);
  return {
    total: row({}),
    byMode: told(of.modes.map((mode) => ({ mode }))),
    byBody: told(of.bodies.map((body) => ({ body }))),
    byTopic: told(of.topics.map((topic) => ({ topic }))),
    byProgramme: [row({ programme: "in" }), row({ programme: "out" })],
  };
}

/** Whether a case falls under the values of a filter; a value that is not given leaves nothing out. */
export function fits(one: Omit<ReportedCase, "subjects">, { mode, body, topic, programme }: NullableKey): boolean {
  return (
    (mode ?? one.mode) === one.mode &&
    (body ?? one.body) === one.body &&
    (!topic || one.topics.includes(topic)) &&
    (!programme || (programme === "in") === one.isPlanned)
  );
}

type NullableKey = { readonly [Name in keyof ReportKey]: ReportKey[Name] | null };

function countsOf(cases: readonly ReportedCase[]): ReportCounts {
  const subjects = cases.flatMap((one) => one.subjects);
  const distinct = (ids: readonly (string | null)[]) => new Set(ids.filter((id) => id !== null)).size;
  return {
    events: cases.length,
    branches: distinct(subjects.map(({ branchId }) => branchId)),
    members: distinct(subjects.map(({ memberId }) => memberId)),
    violations: cases.filter(({ hasViolation }) => hasViolation).length,
    discipline: cases.filter(({ disciplineFollows }) => disciplineFollows === true).length,
  };
}
