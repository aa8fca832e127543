import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActorRole } from "@/lib/core/actor";
import { handObstacle, lostEntries, pendingObstacle, restoreState } from "@/lib/features/restores/rules";

const at = new Date("2026-11-27T08:00:00Z");

describe("where a restored state stands", () => {
  it.each([
    ["PENDING", null, null, null],
    ["ACCEPTED", at, null, "restores.errors.acceptedBefore"],
    ["SUPERSEDED", null, at, "restores.errors.superseded"],
  ] as const)("%s", (state, acceptedAt, supersededAt, reason) => {
    expect(restoreState({ acceptedAt, supersededAt })).toBe(state);
    expect(pendingObstacle({ acceptedAt, supersededAt })?.reason ?? null).toBe(reason);
  });
});

describe("SOD-13: whose hand accepts it", () => {
  it("is never one that administers, whatever else it holds", () => {
    const roles: ActorRole[] = ["OFFICE", "LEADER", "INSPECTOR", "SECRETARY", "IN_CHARGE", "PARTY_SECRETARY"];
    fc.assert(
      fc.property(fc.subarray(roles), (held) => {
        expect(handObstacle(held)).toBeNull();
        expect(handObstacle([...held, "ADMIN"])?.reason).toBe("restores.errors.administrator");
      }),
    );
  });
});

describe("what is lost by a restore", () => {
  it("is as many entries as came after the backup, never fewer than none, and unknown where nothing was read", () => {
    expect(lostEntries({ auditSeq: 5n, beforeSeq: null })).toBeNull();
    fc.assert(
      fc.property(fc.bigInt(0n, 1_000_000n), fc.bigInt(0n, 1_000_000n), (auditSeq, later) => {
        expect(lostEntries({ auditSeq, beforeSeq: auditSeq + later })).toBe(Number(later));
        expect(lostEntries({ auditSeq: auditSeq + later, beforeSeq: auditSeq })).toBe(0);
      }),
    );
  });
});
