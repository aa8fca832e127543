import { describe, expect, it } from "vitest";
import type { ActorRole } from "@/lib/core/actor";
import { canEditBranchTerms, visibleBranchTerms } from "@/lib/features/organization/policy";

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const actor = (role: ActorRole | null) => ({
  roles: role ? [role] : [],
  ownBranchIds: role === "SECRETARY" ? ["own"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
});

describe("the terms of branches", () => {
  it("are opened and moved by the office", () => {
    expect(roles.filter((role) => canEditBranchTerms(actor(role)))).toEqual(["OFFICE", "SYSTEM"]);
  });

  it.each([
    ["OFFICE", { all: true }],
    ["LEADER", { all: true }],
    ["INSPECTOR", { all: true }],
    ["SYSTEM", { all: true }],
    ["SECRETARY", { all: false, branchIds: ["own"] }],
    ["IN_CHARGE", { all: false, branchIds: ["assigned"] }],
    ["ADMIN", { all: false, branchIds: [] }],
    [null, { all: false, branchIds: [] }],
  ] as const)("are read by %s as far as its right goes", (role, scope) => {
    expect(visibleBranchTerms(actor(role))).toEqual(scope);
  });
});
