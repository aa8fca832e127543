import type { MenuEntry, Place } from "@/components/shared/menu-entry";
import type { Actor } from "@/lib/core/actor";
import { scopesOf } from "@/lib/core/policy-table";
import type { Resource, Scope, Verb } from "@/lib/core/policy-table/row";

/* Cases are opened one by one, unless the entry says that it lists them. */
const LISTED: readonly Scope[] = ["REGISTER", "OWN_BRANCH", "ASSIGNED_BRANCH"];

/* What is read only in passing is a part of the product for those who keep it. */
const entries: readonly (MenuEntry & { resource: Resource; verb?: Verb; listed?: readonly Scope[] })[] = [
  { icon: "home", href: "/home", resource: "branchReminder", listed: ["OWN_BRANCH", "ASSIGNED_BRANCH"] },
  { icon: "dashboard", href: "/dashboard", resource: "publishedFigures" },
  { icon: "work", href: "/month-work", resource: "branchReminder" },
  { icon: "work", href: "/month-work", resource: "inspectionTeamRequest", verb: "confirm", listed: ["CASE"] },
  { icon: "branches", href: "/branches", resource: "organization" },
  { icon: "members", href: "/members", resource: "memberProfile" },
  { icon: "admissions", href: "/admissions", resource: "dossier" },
  { icon: "transfers", href: "/transfers", resource: "transfer" },
  { icon: "committee", href: "/committee", resource: "committeeOffice" },
  { icon: "assignments", href: "/assignments", resource: "assignment" },
  { icon: "meetings", href: "/meetings", resource: "meeting" },
  { icon: "bodyMeetings", href: "/meetings/bodies", resource: "bodyMeeting", listed: [] },
  { icon: "partyDocuments", href: "/party-documents", resource: "circular" },
  { icon: "visits", href: "/visits", resource: "visitReport" },
  { icon: "difficulties", href: "/difficulties", resource: "difficulty" },
  { icon: "tasks", href: "/tasks", resource: "task" },
  { icon: "announcements", href: "/announcements", resource: "announcement" },
  { icon: "ratings", href: "/ratings", resource: "ratingRound" },
  { icon: "badges", href: "/badges", resource: "badge" },
  { icon: "training", href: "/training", resource: "training" },
  { icon: "inspections", href: "/inspections", resource: "inspection" },
  { icon: "inspections", href: "/inspections", resource: "inspectionAddendum", listed: ["CASE"] },
  { icon: "roll", href: "/reports/roll", resource: "formerMember" },
  { icon: "documents", href: "/documents", resource: "documentTemplate", verb: "create" },
  { icon: "accounts", href: "/accounts", resource: "account" },
  { icon: "audit", href: "/audit", resource: "auditTrail", listed: [...LISTED, "CASE"] },
];

/* What is wanted most on a phone comes first; the bar takes the first four that the person has. */
const ON_PHONES: readonly Place[] = [
  "home",
  "members",
  "meetings",
  "bodyMeetings",
  "branches",
  "dashboard",
  "ratings",
  "inspections",
  "accounts",
  "audit",
];
const PHONE_PLACES = 4;

/** The parts of the product in which this actor reads more than about themselves, and of `own` those in which there is something of theirs. */
export function workMenu(actor: Pick<Actor, "roles">, own: readonly Resource[] = []): MenuEntry[] {
  const reached = entries.filter(({ resource, verb = "read", listed = LISTED }) =>
    scopesOf(actor, resource, verb).some(
      (scope) => listed.includes(scope) || (scope === "SELF" && own.includes(resource)),
    ),
  );
  const open = reached.filter(({ icon }, at) => reached.findIndex((one) => one.icon === icon) === at);
  const places = open.map((entry) => entry.icon);
  const wanted = actor.roles.includes("INSPECTOR") ? ["inspections", ...ON_PHONES] : ON_PHONES;
  const inBar = [...new Set(wanted)].filter((place) => places.some((one) => one === place)).slice(0, PHONE_PLACES);
  return open.map(({ icon, href }) => (inBar.includes(icon) ? { icon, href, inPhoneBar: true } : { icon, href }));
}
