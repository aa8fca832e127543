import { describe, expect, it } from "vitest";
import type { ActorRole } from "@/lib/core/actor";
import { policyTable } from "@/lib/core/policy-table";
import { missingRights, rightsByRole, shownRoles } from "@/lib/features/accounts/rules/missing-rights";

describe("why somebody does not see something", () => {
  it("names what an administrator does not see at all, and who does", () => {
    const members = missingRights({ roles: ["ADMIN"] }).find((one) => one.resource === "memberProfile");
    expect(members).toEqual({ resource: "memberProfile", sees: "PART", roles: ["OFFICE", "LEADER"] });
    const targets = missingRights({ roles: ["ADMIN"] }).find((one) => one.resource === "target");
    expect(targets).toEqual({
      resource: "target",
      sees: "NOTHING",
      roles: ["OFFICE", "LEADER", "INSPECTOR", "SECRETARY", "IN_CHARGE"],
    });
  });

  it("tells a secretary that the own branch is a part of all", () => {
    const missing = missingRights({ roles: ["SECRETARY"] });
    expect(missing.find((one) => one.resource === "member")).toMatchObject({ sees: "PART" });
    expect(missing.find((one) => one.resource === "organization")).toBeUndefined();
  });

  it.each<[ActorRole]>([["OFFICE"], ["LEADER"], ["INSPECTOR"], ["ADMIN"], ["SECRETARY"], ["IN_CHARGE"]])(
    "promises %s nothing that the named roles do not have",
    (role) => {
      for (const { resource, roles } of missingRights({ roles: [role] })) {
        for (const holder of roles) {
          const reads = policyTable.some(
            (row) =>
              row.role === holder &&
              row.resource === resource &&
              row.scope === "REGISTER" &&
              row.verbs.includes("read"),
          );
          expect([resource, holder, reads]).toEqual([resource, holder, true]);
        }
        expect(roles).not.toContain(role);
      }
    },
  );
});

it("the grid of roles says what the table of rights says, no more and no less", () => {
  const told = rightsByRole().flatMap(({ resource, rights }) =>
    shownRoles.flatMap((role) =>
      rights[role].map(({ verbs, scope }) => `${role} ${resource} ${scope} ${verbs.join()}`),
    ),
  );
  const table = policyTable
    .filter((row) => shownRoles.some((role) => role === row.role))
    .map(({ role, resource, scope, verbs }) => `${role} ${resource} ${scope} ${verbs.join()}`);
  expect(told.toSorted()).toEqual(table.toSorted());
});
