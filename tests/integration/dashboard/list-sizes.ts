import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { listAssignments } from "@/lib/features/assignments/queries/assignments";
import { listInspections } from "@/lib/features/inspections/queries/list-inspections";
import { inspectionFilter } from "@/lib/features/inspections/schema";
import { listAllMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { listBranches } from "@/lib/features/organization/queries/branches";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { roundFilter } from "@/lib/features/ratings/schema";
import { periodOf } from "@/lib/features/ratings/schema/periods";

/** What a list behind a number holds: how many rows, and for the board of assignments each of the things it counts. */
export async function listSizes(actor: Actor, href: string): Promise<number[]> {
  const { pathname, searchParams } = new URL(href, "http://localhost");
  const query = Object.fromEntries(searchParams);
  if (pathname === "/members") return [await memberCount(actor, query)];
  if (pathname === "/branches") return [await branchCount(actor, query)];
  if (pathname === "/assignments") return boardCounts(actor, query);
  if (pathname === "/inspections") return [await inspectionCount(actor, query)];
  const year = /^\/ratings\/(\d{4})$/.exec(pathname)?.[1];
  if (year) return [await ratingCount(actor, Number(year), query)];
  throw new Error(`no list is known at ${href}`);
}

type Query = Record<string, string>;

async function memberCount(actor: Actor, query: Query): Promise<number> {
  const { on, page: _page, size: _size, cols: _cols, ...filters } = memberListInput.parse(query);
  return (await listAllMembers(actor, filters, day(on))).length;
}

async function branchCount(actor: Actor, { on = "", heads }: Query): Promise<number> {
  const found = await listBranches(actor, day(on));
  return found?.rows.filter((row) => heads === undefined || row.heads === heads.toUpperCase()).length ?? 0;
}

async function boardCounts(actor: Actor, { on = "" }: Query): Promise<number[]> {
  const board = await listAssignments(actor, day(on));
  const assigned = board?.people.filter((person) => person.main + person.supporting > 0) ?? [];
  return [board?.branchesWithMain ?? 0, assigned.length];
}

async function inspectionCount(actor: Actor, query: Query): Promise<number> {
  const found = await listInspections(actor, inspectionFilter.parse(query));
  if (query.subjects === "branches") return found.branches.length;
  return query.subjects === "members" ? found.members.length : found.concluded.length;
}

async function ratingCount(actor: Actor, year: number, query: Query): Promise<number> {
  const { shown, committee } = await getRound(actor, periodOf({ year, quarter: null }), roundFilter.parse(query));
  if (query.tab === "committee") return committee === null ? 0 : 1;
  return query.tab === "branches" ? shown.branches.length : shown.members.length;
}
