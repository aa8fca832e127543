import type { ActorRole } from "@/lib/core/actor";
import { policyTable } from "@/lib/core/policy-table";
import type { PolicyRow, Resource, Scope, Verb } from "@/lib/core/policy-table/row";

/** What an account reaches today. */
export type Reach = {
  readonly roles: readonly ActorRole[];
  readonly linked: boolean;
  readonly ownBranches: readonly string[];
  readonly assignedBranches: readonly string[];
};

/** One sentence of "what this person sees": these acts on this, as far as that. */
export type RightSentence = {
  readonly resource: Resource;
  readonly scope: Scope;
  readonly verbs: readonly Verb[];
  readonly branches: readonly string[];
};

const WIDTH: readonly Scope[] = ["REGISTER", "OWN_BRANCH", "ASSIGNED_BRANCH", "CASE", "SELF"];

/* What hangs on the account and not on the member it belongs to. */
const OF_ACCOUNTS: readonly Resource[] = ["account", "roleGrant", "auditTrail"];

function counts(row: PolicyRow, reach: Reach): boolean {
  if (row.role !== "ANYONE") return reach.roles.includes(row.role);
  return row.scope === "REGISTER" || reach.linked || OF_ACCOUNTS.includes(row.resource);
}

/**
 * The rights of the policy table that count for this reach, one sentence for each resource and scope, in the table's order. A
 * right that reaches the whole register swallows the same right on less.
 */
export function rightSentences(reach: Reach): RightSentence[] {
  const rows = policyTable.filter((row) => counts(row, reach));
  const resources = [...new Set(rows.map((row) => row.resource))];
  return resources.flatMap((resource) => {
    const told = new Set<Verb>();
    return WIDTH.flatMap((scope): RightSentence[] => {
      const fitting = rows.filter((row) => row.resource === resource && row.scope === scope);
      const verbs = [...new Set(fitting.flatMap((row) => row.verbs))].filter((verb) => !told.has(verb));
      if (scope === "REGISTER") for (const verb of verbs) told.add(verb);
      if (verbs.length === 0) return [];
      return [{ resource, scope, verbs, branches: branchesOf(scope, reach) }];
    });
  });
}

function branchesOf(scope: Scope, reach: Reach): readonly string[] {
  if (scope === "OWN_BRANCH") return reach.ownBranches;
  return scope === "ASSIGNED_BRANCH" ? reach.assignedBranches : [];
}
