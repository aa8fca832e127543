import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { DomainError } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import type { LoadedImport } from "@/lib/features/imports/commands/load-import";
import type { JudgedLine } from "@/lib/features/imports/queries/judged-lines";
import type { Newcomer } from "@/lib/features/members/commands/write-members";
import { addMemberInput } from "@/lib/features/members/schema";

/* What a roster does not tell of somebody new. */
const UNTOLD = { decisionNumber: "", education: "UNKNOWN", qualification: "NONE", theoryLevel: "NONE" };

/** How newcomers of an import are made: the day chosen for all of them, and since when each branch exists. */
export type Arrivals = { readonly from: Day; readonly opened: ReadonlyMap<string, Day> };

/** What newcomers of an import are made with. */
export async function loadArrivals(actor: Actor, roster: LoadedImport): Promise<Arrivals> {
  const branches = await readAs(actor, (tx) =>
    tx.branch.findMany({
      where: { committeeId: actor.committeeId },
      select: { id: true, startsOn: true, endsOn: true },
    }),
  );
  const opened = new Map(branches.map((branch) => [branch.id, withPeriod(branch).startsOn]));
  return { from: roster.newcomersFrom ?? actor.today, opened };
}

/**
 * The person of a line as a newcomer of the register: in the branch since the day told, or the one chosen for all, but never
 * before the admission or before the branch existed.
 */
export function newcomerOf({ entry, keys }: JudgedLine, { from, opened }: Arrivals): Newcomer {
  const { values, status } = entry;
  const branchId = keys.branchId ?? "";
  const told = values.startsOn ? day(values.startsOn) : from;
  const startsOn = latest(told, day(values.admittedOn ?? ""), opened.get(branchId) ?? told);
  const fields = Object.entries(values).filter(([field]) => field in addMemberInput.shape);
  const typed = Object.fromEntries(fields.map(([field, value]) => [field, value ?? ""]));
  const parsed = addMemberInput.safeParse({ ...UNTOLD, ...typed, branchId, startsOn });
  if (!parsed.success) throw new DomainError("RULE", "imports.errors.unfit", { line: entry.line });
  const kind = status === "EXEMPT" || status === "SUSPENDED" || status === "INTERRUPTED" ? status : null;
  const since = kind && values.statusOn ? latest(day(values.statusOn), startsOn) : null;
  return { entry: parsed.data, status: kind && since ? { kind, startsOn: since } : null };
}

function latest(...days: readonly Day[]): Day {
  return days.reduce((late, one) => (one > late ? one : late));
}
