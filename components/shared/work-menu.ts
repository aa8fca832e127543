import type { MenuEntry } from "@/components/shared/menu-icons";
import type { Actor } from "@/lib/core/actor";
import { type Resource, type Scope, scopesOf } from "@/lib/core/policy-table";

type Entry = { icon: MenuEntry["icon"]; href: string; resource: Resource; inPhoneBar?: true };

/* Cases are opened one by one; only inspections and the audit list them. */
const LISTED: readonly Scope[] = ["REGISTER", "OWN_BRANCH", "ASSIGNED_BRANCH"];
const LISTED_BY_CASE: readonly Resource[] = ["inspection", "auditTrail"];

const entries = [
  { icon: "dashboard", href: "/dashboard", resource: "publishedFigures", inPhoneBar: true },
  { icon: "branches", href: "/branches", resource: "organization", inPhoneBar: true },
  { icon: "members", href: "/members", resource: "memberProfile", inPhoneBar: true },
  { icon: "committee", href: "/committee", resource: "committeeOffice" },
  { icon: "assignments", href: "/assignments", resource: "assignment" },
  { icon: "ratings", href: "/ratings", resource: "ratingRound", inPhoneBar: true },
  { icon: "inspections", href: "/inspections", resource: "inspection" },
  { icon: "accounts", href: "/accounts", resource: "account" },
  { icon: "audit", href: "/audit", resource: "auditTrail" },
] as const satisfies readonly Entry[];

/** The name of a menu entry, which is also its message key. */
export type WorkPlace = (typeof entries)[number]["icon"];

/** The parts of the product in which this actor reads more than about themselves. */
export function workMenu(
  actor: Pick<Actor, "roles">,
  words: { label: (place: WorkPlace) => string; phoneLabel: (place: WorkPlace) => string },
): MenuEntry[] {
  const open = entries.filter((entry) => {
    const scopes = scopesOf(actor, entry.resource, "read");
    const byCase = scopes.includes("CASE") && LISTED_BY_CASE.includes(entry.resource);
    return byCase || scopes.some((scope) => LISTED.includes(scope));
  });
  return open.map((entry) => ({
    href: entry.href,
    icon: entry.icon,
    label: words.label(entry.icon),
    phoneLabel: "inPhoneBar" in entry ? words.phoneLabel(entry.icon) : undefined,
  }));
}
