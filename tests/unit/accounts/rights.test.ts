import { describe, expect, it } from "vitest";
import type { ActorRole } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { policyTable } from "@/lib/core/policy-table";
import {
  canConfirm,
  canGrant,
  canInvite,
  canKeepAccount,
  canListAccounts,
  canReadAccount,
  canReadGrants,
  canSeeSessions,
} from "@/lib/features/accounts/policy";
import { rightSentences } from "@/lib/features/accounts/rules/right-sentences";
import {
  chooseNamed,
  confirmObstacle,
  endGrantObstacle,
  grantEnd,
  grantPeriodObstacle,
  grantState,
  type HeldGrant,
  lastHolderObstacle,
} from "@/lib/features/accounts/rules/rights";

const today = day("2026-11-24");
const held = (changes: Partial<HeldGrant> = {}): HeldGrant => ({
  role: "LEADER",
  accountId: "a",
  confirmed: true,
  startsOn: day("2026-01-01"),
  endsOn: null,
  ...changes,
});

describe("who may do what about accounts", () => {
  const acts = { canListAccounts, canInvite, canKeepAccount, canSeeSessions, canReadGrants, canGrant, canConfirm };
  const table: [ActorRole, string[]][] = [
    ["ADMIN", ["canListAccounts", "canInvite", "canKeepAccount", "canSeeSessions", "canReadGrants", "canGrant"]],
    ["LEADER", ["canListAccounts", "canReadGrants", "canConfirm"]],
    ["OFFICE", ["canListAccounts"]],
    ["INSPECTOR", []],
    ["SECRETARY", []],
    ["IN_CHARGE", []],
  ];
  it.each(table)("%s", (role, allowed) => {
    const actor = { roles: [role], accountId: "me" };
    const may = Object.entries(acts).filter(([, can]) => can(actor));
    expect(may.map(([name]) => name)).toEqual(allowed);
    expect(canReadAccount(actor, "me")).toBe(true);
    expect(canReadAccount(actor, "other")).toBe(allowed.includes("canListAccounts"));
  });
});

describe("a dated right", () => {
  it.each([
    [held(), "IN_FORCE"],
    [held({ confirmed: false }), "PENDING"],
    [held({ role: "OFFICE", confirmed: false }), "IN_FORCE"],
    [held({ startsOn: day("2026-11-25") }), "AHEAD"],
    [held({ endsOn: today }), "ENDED"],
    [held({ endsOn: today, confirmed: false }), "ENDED"],
    [held({ endsOn: day("2026-11-25") }), "IN_FORCE"],
  ] as const)("%o is %s", (grant, state) => {
    expect(grantState(grant, today)).toBe(state);
  });

  it("ends after its last day, today when at once, and never before it began", () => {
    expect(grantEnd(held(), day("2026-12-31"), today)).toBe("2027-01-01");
    expect(grantEnd(held(), null, today)).toBe("2026-11-24");
    expect(grantEnd(held({ startsOn: day("2027-01-01") }), null, today)).toBe("2027-01-01");
    expect(endGrantObstacle(held({ endsOn: day("2026-12-01") }), day("2026-12-01"))).not.toBeNull();
    expect(endGrantObstacle(held({ endsOn: day("2026-12-01") }), today)).toBeNull();
  });

  it("runs forward and is not over", () => {
    expect(grantPeriodObstacle(today, null, today)).toBeNull();
    expect(grantPeriodObstacle(today, today, today)).toBeNull();
    expect(grantPeriodObstacle(today, day("2026-11-23"), today)?.reason).toBe("accounts.errors.endsBeforeStart");
    expect(grantPeriodObstacle(day("2020-01-01"), day("2021-01-01"), today)?.reason).toBe(
      "accounts.errors.alreadyOver",
    );
  });

  it("is confirmed by a third person, once", () => {
    const proposal = { accountId: "owner", proposedById: "admin", confirmed: false };
    expect(confirmObstacle("leader", proposal)).toBeNull();
    expect(confirmObstacle(null, proposal)).toBeNull();
    expect(confirmObstacle("owner", proposal)?.reason).toBe("accounts.errors.ownAccount");
    expect(confirmObstacle("admin", proposal)?.reason).toBe("accounts.errors.ownProposal");
    expect(confirmObstacle("leader", { ...proposal, confirmed: true })?.reason).toBe(
      "accounts.errors.alreadyConfirmed",
    );
  });
});

describe("the last holder", () => {
  const usable = (id: string, changes = {}) => ({ id, disabled: false, invited: false, ...changes });
  const leaving = { accountId: "a", roles: ["LEADER"] as const };
  const other = held({ accountId: "b" });

  it("may go where another one stays who can sign in", () => {
    expect(lastHolderObstacle(leaving, [held(), other], [usable("a"), usable("b")], today)).toBeNull();
    expect(lastHolderObstacle({ accountId: "a", roles: ["OFFICE"] }, [], [], today)).toBeNull();
  });

  it.each([
    ["is disabled", [held(), other], [usable("b", { disabled: true })]],
    ["has no password yet", [held(), other], [usable("b", { invited: true })]],
    ["is not confirmed", [held(), { ...other, confirmed: false }], [usable("b")]],
    ["has left", [held(), { ...other, endsOn: today }], [usable("b")]],
    ["leads nothing", [held(), { ...other, role: "OFFICE" as const }], [usable("b")]],
    ["is nobody", [held()], [usable("a")]],
  ])("stays where the other one %s", (_what, grants, accounts) => {
    expect(lastHolderObstacle(leaving, grants, accounts, today)?.reason).toBe("accounts.errors.lastLEADER");
  });
});

describe("a member found by name", () => {
  const [one, two] = [
    { id: "1", fullName: "Lò Văn A", branch: "Chi bộ bản Một" },
    { id: "2", fullName: "Lò Văn A", branch: "Chi bộ bản Hai" },
  ];
  it("is the only one, or the one of the branch", () => {
    expect(chooseNamed([one], null)).toEqual({ member: one });
    expect(chooseNamed([one, two], (branch) => branch.endsWith("Hai"))).toEqual({ member: two });
    expect(chooseNamed([], null)).toMatchObject({ obstacle: { field: "memberName" } });
    expect(chooseNamed([one, two], null)).toMatchObject({
      obstacle: { params: { branches: "Chi bộ bản Một, Chi bộ bản Hai" } },
    });
    expect(chooseNamed([one, two], () => false)).toMatchObject({ obstacle: { field: "memberBranch" } });
  });
});

describe("what a person sees", () => {
  const nobody = { roles: [], linked: false, ownBranches: [], assignedBranches: [] };

  it("is told for every row of the table of rights that counts, and for no other", () => {
    const roles = [...new Set(policyTable.map((row) => row.role))].filter((role) => role !== "ANYONE");
    for (const role of roles) {
      const told = rightSentences({ ...nobody, roles: [role] });
      for (const row of policyTable.filter((one) => one.role === role)) {
        const reaches = told.filter((one) => one.resource === row.resource);
        const verbs = reaches.flatMap((one) => one.verbs);
        for (const verb of row.verbs) expect(verbs, `${role} ${row.resource}`).toContain(verb);
      }
      const allowed = policyTable.filter((row) => row.role === role || row.role === "ANYONE");
      for (const one of told) {
        const rows = allowed.filter((row) => row.resource === one.resource && row.scope === one.scope);
        expect(rows.flatMap((row) => row.verbs)).toEqual(expect.arrayContaining([...one.verbs]));
      }
    }
  });

  it("names the branches, and speaks of the own record only where there is one", () => {
    const secretary = { ...nobody, roles: ["SECRETARY"] as const, ownBranches: ["Nà An"] };
    expect(rightSentences(secretary)).toContainEqual(
      expect.objectContaining({ resource: "member", scope: "OWN_BRANCH", branches: ["Nà An"] }),
    );
    expect(rightSentences(secretary).some((one) => one.resource === "member" && one.scope === "SELF")).toBe(false);
    expect(rightSentences({ ...nobody, linked: true })).toContainEqual(
      expect.objectContaining({ resource: "member", scope: "SELF", verbs: ["read"] }),
    );
  });

  it("says the same right once: the whole register includes the branch", () => {
    const both = rightSentences({ ...nobody, roles: ["OFFICE", "SECRETARY"], ownBranches: ["Nà An"] });
    expect(both.filter((one) => one.resource === "member").map((one) => one.scope)).toEqual(["REGISTER"]);
  });
});
