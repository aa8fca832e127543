import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TaskState } from "@/lib/core/db/generated/enums";
import { evidenceObstacle, fileObstacle, removalObstacle } from "@/lib/features/tasks/rules/evidence";
import { MOST_EVIDENCE } from "@/lib/features/tasks/schema";

describe("the evidence of a task", () => {
  it.each([
    ["IN_HAND", null, null],
    ["REPORTED", null, "tasks.errors.evidenceStays"],
    ["DONE", "tasks.errors.evidenceOfClosed", "tasks.errors.evidenceStays"],
    ["CALLED_OFF", "tasks.errors.evidenceOfClosed", "tasks.errors.evidenceStays"],
  ] as const)("%s: added %s, removed %s", (state, added, removed) => {
    expect([evidenceObstacle(state)?.reason ?? null, removalObstacle(state)?.reason ?? null]).toEqual([added, removed]);
  });

  it("is never removed where none may be added", () => {
    for (const state of Object.values(TaskState))
      expect(removalObstacle(state) !== null || evidenceObstacle(state) === null).toBe(true);
  });

  it("takes any file that is not there, as long as there is a place", () => {
    const hashes = fc.uniqueArray(fc.string({ minLength: 4, maxLength: 6 }), { maxLength: MOST_EVIDENCE });
    fc.assert(
      fc.property(hashes, fc.string({ minLength: 7, maxLength: 8 }), (there, fresh) => {
        const kept = there.map((hash, place) => ({ hash, position: place + 1 }));
        const obstacle = fileObstacle(kept, fresh);
        expect(obstacle?.reason ?? null).toBe(there.length < MOST_EVIDENCE ? null : "tasks.errors.muchEvidence");
        for (const hash of there) expect(fileObstacle(kept, hash)?.reason).toBe("tasks.errors.evidenceTwice");
      }),
    );
  });
});
