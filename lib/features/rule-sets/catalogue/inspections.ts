import { day } from "@/lib/core/day";
import { singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";
import type { InspectionParameters } from "@/lib/features/rule-sets/schema";

type Steps = InspectionParameters["inspectionSteps"]["value"];

/* Prepare, carry out, finish. The papers of each step are customary; the share of the time by which each is due is a proposal. */
const ofInspection: Steps = [
  { step: "DECISION_AND_PLAN", percent: 0 },
  { step: "ANNOUNCING", percent: 10 },
  { step: "WORKING", percent: 50 },
  { step: "VERIFYING", percent: 70 },
  { step: "REPORTING", percent: 80 },
  { step: "CONCLUSION_NOTICE", percent: 90 },
  { step: "FILE_HANDOVER", percent: 100 },
];
const ofSupervision: Steps = [
  { step: "DECISION_AND_PLAN", percent: 0 },
  { step: "ANNOUNCING", percent: 10 },
  { step: "WORKING", percent: 60 },
  { step: "REPORTING", percent: 80 },
  { step: "CONCLUSION_NOTICE", percent: 90 },
  { step: "FILE_HANDOVER", percent: 100 },
];
const steps = { inspectionSteps: unconfirmed(ofInspection, null), supervisionSteps: unconfirmed(ofSupervision, null) };

/* No source was read that tells days of inspections; of supervisions one does, how the branches of a province proceed since August 2025. */
const inspectionDays = unconfirmed(30, null);
const unread = { inspectionDays, supervisionDays: unconfirmed(30, null), extensionDivisor: unconfirmed(3, null) };
const read = { inspectionDays, supervisionDays: singleSource(30, null), extensionDivisor: singleSource(3, null) };

/** The steps of inspections and supervisions and the time they may take. */
export const inspectionRules = [
  {
    kind: "INSPECTION",
    code: "inspection-2021",
    document: "QĐ 22-QĐ/TW",
    startsOn: day("2021-07-28"),
    endsOn: day("2025-05-30"),
    datesCertainty: "INFERRED",
    parameters: { ...unread, ...steps },
  },
  {
    kind: "INSPECTION",
    code: "inspection-2025",
    document: "QĐ 296-QĐ/TW; HD 08-HD/TW",
    startsOn: day("2025-05-30"),
    endsOn: day("2026-04-11"),
    datesCertainty: "INFERRED",
    parameters: { ...read, ...steps },
  },
  {
    kind: "INSPECTION",
    code: "inspection-2026",
    document: "QĐ 21-QĐ/TW",
    startsOn: day("2026-04-11"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: { ...read, ...steps },
  },
] as const;
