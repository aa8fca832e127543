/** Features stand in one order and import only to their left. */
export const FEATURE_ORDER = [
  "rule-sets",
  "organization",
  "accounts",
  "members",
  "saved-views",
  "bulk-edits",
  "member-merges",
  "member-archives",
  "imports",
  "votes",
  "disciplines",
  "admissions",
  "transfers",
  "badges",
  "documents",
  "assignments",
  "meetings",
  "party-documents",
  "working-regulations",
  "visits",
  "inspections",
  "inspection-programmes",
  "tasks",
  "training",
  "fees",
  "ratings",
  "self-reviews",
  "rating-opinions",
  "reorganizations",
  "reports",
  "audit",
  "restores",
  "announcements",
  "month-work",
  "dashboard",
];

export const ROOMS = ["schema", "policy", "rules", "queries", "commands", "actions", "catalogue"] as const;
export type Room = (typeof ROOMS)[number];

/** The rooms whose values each room may use; types may come from every room to the left or in the own feature. */
export const ROOM_MAY_USE: Readonly<Record<Room, readonly Room[]>> = {
  schema: ["schema"],
  policy: ["schema", "policy"],
  rules: ["schema", "rules"],
  queries: ["schema", "policy", "rules", "queries", "catalogue"],
  commands: ["schema", "policy", "rules", "queries", "commands", "catalogue"],
  actions: ["schema", "commands"],
  catalogue: ["schema", "catalogue"],
};

/** Rooms that run anywhere: no server, no clock, no database. `catalogue` is the shipped rules as data. */
export const PURE_ROOMS: readonly Room[] = ["schema", "policy", "rules", "catalogue"];

/** The part of core that pure rooms may use. */
export const PURE_CORE = [
  /^lib\/core\/day(\/|$)/u,
  /^lib\/core\/text\//u,
  /^lib\/core\/policy-table(\/|$)/u,
  /^lib\/core\/(share|obstacle|fields)$/u,
  /^lib\/core\/db\/generated\/enums$/u,
];

/** The files whose exports promise something and therefore say what. */
export const DOCUMENTED = /^lib\/(core\/|features\/[^/]+\/(policy|rules|queries|commands)(\.ts$|\/))/u;

/** The longest a file may be, and what half of them stay under. */
export const LINES = { cap: 250, median: 60 };

/** A file's place in the house: its feature and room, or null outside `lib/features`. */
export function placeOf(path: string): { readonly feature: string; readonly room: string } | null {
  const found = /^lib\/features\/([^/]+)\/([^/.]+)/u.exec(path);
  return found ? { feature: found[1] ?? "", room: found[2] ?? "" } : null;
}

/** Narrows a name to one of the rooms. */
export function isRoom(name: string): name is Room {
  return ROOMS.some((room) => room === name);
}
