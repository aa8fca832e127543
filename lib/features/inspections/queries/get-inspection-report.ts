import "server-only";
import type { Actor } from "@/lib/core/actor";
import { canReadProgrammes } from "@/lib/features/inspections/policy";
import { listInspections } from "@/lib/features/inspections/queries/list-inspections";
import { type InspectionReport, inspectionReport } from "@/lib/features/inspections/rules/report";
import { inspectionBodies, inspectionModes, inspectionTopics } from "@/lib/features/inspections/schema";

/** The report of a year: its numbers, and whether they are of the register or of the reader's own branches and person. */
export type InspectionReportView = InspectionReport & {
  readonly year: number;
  readonly years: readonly number[];
  readonly reach: "REGISTER" | "OWN";
  readonly can: { readonly readProgrammes: boolean };
};

/** The yearly report of inspection and supervision in the reader's scope; of a year that is not given, the last one. Never an open case. */
export async function getInspectionReport(actor: Actor, asked: number | null): Promise<InspectionReportView> {
  const everything = { subjects: null, mode: null, body: null, topic: null, programme: null, violation: null } as const;
  const { year, years, reach, concluded } = await listInspections(actor, {
    ...everything,
    discipline: null,
    year: asked,
  });
  const kinds = { modes: inspectionModes, bodies: inspectionBodies, topics: inspectionTopics };
  const can = { readProgrammes: canReadProgrammes(actor) };
  return { year, years, reach, ...inspectionReport(concluded, kinds), can };
}
