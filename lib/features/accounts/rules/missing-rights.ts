import type { ActorRole } from "@/lib/core/actor";
import { policyTable } from "@/lib/core/policy-table";
import type { Resource, Scope, Verb } from "@/lib/core/policy-table/row";
import type { Reach } from "@/lib/features/accounts/rules/right-sentences";

/** The roles that rights hang on, as the page of rights shows them, from the widest sight to the narrowest. */
export const shownRoles = [
  "OFFICE",
  "LEADER",
  "INSPECTOR",
  "ADMIN",
  "SECRETARY",
  "IN_CHARGE",
] as const satisfies readonly ActorRole[];

/** One of those roles. */
export type ShownRole = (typeof shownRoles)[number];

/** What a role may do on a resource, and how far. */
export type RoleRight = { readonly verbs: readonly Verb[]; readonly scope: Scope };

/** A resource with what each role may do on it. */
export type ResourceRights = { readonly resource: Resource; readonly rights: Readonly<Record<ShownRole, RoleRight[]>> };

/** Something that is not seen at all (`NOTHING`), or only in part, and which roles see all of it. */
export type MissingRight = {
  readonly resource: Resource;
  readonly sees: "NOTHING" | "PART";
  readonly roles: readonly ShownRole[];
};

const resources = [...new Set(policyTable.map((row) => row.resource))];

/** Every resource with what each role may do on it, in the table's order. */
export function rightsByRole(): ResourceRights[] {
  return resources.map((resource) => ({
    resource,
    rights: {
      OFFICE: rightsOf("OFFICE", resource),
      LEADER: rightsOf("LEADER", resource),
      INSPECTOR: rightsOf("INSPECTOR", resource),
      ADMIN: rightsOf("ADMIN", resource),
      SECRETARY: rightsOf("SECRETARY", resource),
      IN_CHARGE: rightsOf("IN_CHARGE", resource),
    },
  }));
}

/** Why this reach does not see something: what it lacks, and who has it. What nobody sees as a whole is no lack. */
export function missingRights(reach: Pick<Reach, "roles">): MissingRight[] {
  return resources.flatMap((resource): MissingRight[] => {
    const reading = policyTable.filter((row) => row.resource === resource && row.verbs.includes("read"));
    const own = reading.filter((row) => row.role === "ANYONE" || reach.roles.some((role) => role === row.role));
    const roles = shownRoles.filter((role) => reading.some((row) => row.role === role && row.scope === "REGISTER"));
    if (roles.length === 0 || own.some((row) => row.scope === "REGISTER")) return [];
    return [{ resource, sees: own.length === 0 ? "NOTHING" : "PART", roles }];
  });
}

function rightsOf(role: ShownRole, resource: Resource): RoleRight[] {
  return policyTable
    .filter((row) => row.role === role && row.resource === resource)
    .map(({ verbs, scope }) => ({ verbs, scope }));
}
