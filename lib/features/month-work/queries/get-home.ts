import "server-only";
import type { Actor } from "@/lib/core/actor";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import {
  type AnnouncementLine,
  listLatestAnnouncements,
} from "@/lib/features/announcements/queries/list-announcements";
import { canSeeHome } from "@/lib/features/month-work/policy";
import { findOpenWork } from "@/lib/features/month-work/queries/find-open-work";
import { type HomeEntry, homeEntries, pressingFirst } from "@/lib/features/month-work/rules/home";
import { workLines } from "@/lib/features/month-work/rules/lines";
import type { WorkLine } from "@/lib/features/month-work/rules/work-line";

/** The first page of who works in a branch or is in charge of branches. */
export type Home = {
  readonly own: { readonly branches: readonly string[]; readonly entries: readonly HomeEntry[] };
  readonly inCharge: { readonly branches: readonly string[]; readonly entries: readonly HomeEntry[] };
  /** What cannot wait, the oldest first, of `open` in all. */
  readonly pressing: readonly WorkLine[];
  readonly open: number;
  readonly announcements: readonly AnnouncementLine[];
};

const PRESSING = 5;
const ANNOUNCED = 3;

/** The first page of this reader. Refuses with NOT_FOUND who has neither an own branch nor one in charge. */
export async function getHome(actor: Actor): Promise<Home> {
  if (!canSeeHome(actor)) throw notFound();
  const [open, branches, announcements] = await Promise.all([
    findOpenWork(actor),
    listBranchNames(actor),
    listLatestAnnouncements(actor, ANNOUNCED),
  ]);
  const lines = workLines(open, actor.today);
  const inChargeIds = actor.assignedBranchIds.filter((id) => !actor.ownBranchIds.includes(id));
  const entries = homeEntries(lines, { own: actor.ownBranchIds, inCharge: inChargeIds });
  const namesOf = (ids: readonly string[]) => branches.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return {
    own: { branches: namesOf(actor.ownBranchIds), entries: entries.own },
    inCharge: { branches: namesOf(inChargeIds), entries: entries.inCharge },
    pressing: pressingFirst(lines).slice(0, PRESSING),
    open: lines.length,
    announcements,
  };
}

function listBranchNames(actor: Actor): Promise<{ id: string; name: string }[]> {
  const { committeeId, ownBranchIds, assignedBranchIds } = actor;
  return readAs(actor, (tx) =>
    tx.branch.findMany({
      where: { committeeId, id: { in: [...ownBranchIds, ...assignedBranchIds] } },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
}
