import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, inspectionReport, type ReportedCase } from "@/lib/features/inspections/rules/report";
import { inspectionBodies, inspectionModes, inspectionTopics } from "@/lib/features/inspections/schema";

const kinds = { modes: inspectionModes, bodies: inspectionBodies, topics: inspectionTopics };
const branch = (branchId: string) => ({ branchId, memberId: null });
const member = (memberId: string) => ({ branchId: null, memberId });

function reported(changes: Partial<ReportedCase> = {}): ReportedCase {
  return {
    mode: "INSPECTION",
    body: "COMMITTEE",
    topics: ["COMPLIANCE"],
    isPlanned: true,
    hasViolation: false,
    disciplineFollows: false,
    subjects: [branch("a")],
    ...changes,
  };
}

const some = fc.array(
  fc.record({
    mode: fc.constantFrom(...inspectionModes),
    body: fc.constantFrom(...inspectionBodies),
    topics: fc.uniqueArray(fc.constantFrom(...inspectionTopics), { minLength: 1, maxLength: 3 }),
    isPlanned: fc.boolean(),
    hasViolation: fc.boolean(),
    disciplineFollows: fc.constantFrom(true, false, null),
    subjects: fc.array(fc.constantFrom(branch("a"), branch("b"), member("x"), member("y")), { minLength: 1 }),
  }),
  { maxLength: 12 },
);

describe("the yearly report of inspection and supervision", () => {
  it("counts each case once, and each branch and member once however many cases name them", () => {
    const { total, byMode } = inspectionReport(
      [
        reported({ subjects: [branch("a"), branch("b"), member("x")] }),
        reported({ mode: "SUPERVISION", hasViolation: true, disciplineFollows: true }),
      ],
      kinds,
    );
    expect(total.counts).toEqual({ events: 2, branches: 2, members: 1, violations: 1, discipline: 1 });
    expect(byMode.map(({ key, counts }) => [key.mode, counts.events, counts.branches])).toEqual([
      ["INSPECTION", 1, 2],
      ["SUPERVISION", 1, 1],
    ]);
  });

  it("leaves out kinds without a case, and says of the programme also what is none", () => {
    const { byBody, byTopic, byProgramme } = inspectionReport([reported()], kinds);
    expect([byBody.length, byTopic.length]).toEqual([1, 1]);
    expect(byProgramme.map(({ key, counts }) => [key.programme, counts.events])).toEqual([
      ["in", 1],
      ["out", 0],
    ]);
    expect(inspectionReport([], kinds).total.counts.events).toBe(0);
  });

  it("adds up to the sum in every part but that by topic, and each row is what its filter leaves", () => {
    fc.assert(
      fc.property(some, (cases) => {
        const { total, byTopic, ...parts } = inspectionReport(cases, kinds);
        for (const part of Object.values(parts))
          expect(part.reduce((sum, { counts }) => sum + counts.events, 0)).toBe(total.counts.events);
        for (const { key, counts } of [...Object.values(parts).flat(), ...byTopic])
          expect(cases.filter((one) => fits(one, key))).toHaveLength(counts.events);
      }),
    );
  });
});
