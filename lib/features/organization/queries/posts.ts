import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import { type DbPeriod, inForce, withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canSeeCommittee } from "@/lib/features/organization/policy";
import type { PersonName } from "@/lib/features/organization/queries/branches";
import { standingOn } from "@/lib/features/organization/rules/branch-terms";
import {
  type LinkedOffices,
  linkedOfficesOn,
  type Succession,
  successionOn,
} from "@/lib/features/organization/rules/post-succession";

const period = { startsOn: true, endsOn: true } as const;

/** A post that one person holds at a time. */
export type PostKind = "COMMITTEE_SECRETARY" | "INSPECTION_HEAD" | "BRANCH_SECRETARY" | "VILLAGE_HEAD";

/** Somebody in a post, with the last day where one is set. */
export type PostHolderView = { readonly person: PersonName; readonly startsOn: Day; readonly lastDay: Day | null };

/** A post as of a day. */
export type PostView = {
  readonly id: string;
  readonly kind: PostKind;
  /** The branch or village; null for the committee's own posts. */
  readonly place: string | null;
  /** The branch's page where the post is looked after; null for the committee's own posts and villages without a branch. */
  readonly branchId: string | null;
  readonly holder: PostHolderView | null;
  readonly predecessor: PostHolderView | null;
  readonly vacantSince: Day | null;
  /** Everybody up to the day, newest first. */
  readonly line: readonly PostHolderView[];
  /** The last day of the holder's term, where the day is past it. */
  readonly termLastDay: Day | null;
  /** Of a village head: how the office stands to that of the branch's secretary. */
  readonly linked: (LinkedOffices & { readonly name: string }) | null;
};

/** The posts of the commune that one person holds at a time, as of a day: committee, branches, villages; null for who may not see them. */
export async function listPosts(actor: Actor, on: Day): Promise<PostView[] | null> {
  if (!canSeeCommittee(actor)) return null;
  return readAs(actor, async (tx) => [
    ...(await listCommitteePosts(tx, actor, on)),
    ...(await listPlacePosts(tx, actor, on)),
  ]);
}

const upTo = (on: Day) => ({ startsOn: { lte: toDbDate(on) } });
const held = { memberId: true, ...period, member: { select: { fullName: true } } } as const;

async function listCommitteePosts(tx: Tx, { committeeId }: Actor, on: Day): Promise<PostView[]> {
  const first = await tx.term.findFirst({
    where: { committeeId, ...upTo(on) },
    orderBy: { startsOn: "asc" },
    select: period,
  });
  if (!first) return [];
  const rows = await tx.committeeOffice.findMany({
    where: { committeeId, ...upTo(on), kind: { in: ["SECRETARY", "INSPECTION_HEAD"] } },
    relationLoadStrategy: "join",
    select: { kind: true, ...held, term: { select: period } },
  });
  const post = (kind: "SECRETARY" | "INSPECTION_HEAD", as: PostKind): PostView => {
    const holders = rows.filter((row) => row.kind === kind).map(holderOf);
    const succession = successionOn(holders, withPeriod(first), on);
    const term = succession.holder && withPeriod(succession.holder.term);
    const termLastDay = term?.endsOn && term.endsOn <= on ? lastDayOf(term) : null;
    return { id: as, kind: as, place: null, branchId: null, ...shown(succession), termLastDay, linked: null };
  };
  return [post("SECRETARY", "COMMITTEE_SECRETARY"), post("INSPECTION_HEAD", "INSPECTION_HEAD")];
}

async function listPlacePosts(tx: Tx, { committeeId }: Actor, on: Day): Promise<PostView[]> {
  const where = { AND: [{ committeeId }, inForce(on)] };
  const order = [{ sortKey: "asc" as const }, { id: "asc" as const }];
  const branches = await tx.branch.findMany({
    where,
    orderBy: order,
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      ...period,
      offices: { where: { ...upTo(on), kind: "SECRETARY" }, select: held },
      terms: { where: upTo(on), select: period },
      villages: { where: inForce(on), select: { villageId: true } },
    },
  });
  const villages = await tx.village.findMany({
    where,
    orderBy: order,
    relationLoadStrategy: "join",
    select: { id: true, name: true, ...period, offices: { where: upTo(on), select: held } },
  });
  const ofBranches = branches.map((branch): PostView => {
    const succession = successionOn(branch.offices.map(holderOf), withPeriod(branch), on);
    const { term, standing } = standingOn(branch.terms.map(withPeriod), on, null);
    const { id, name } = branch;
    return {
      id,
      kind: "BRANCH_SECRETARY",
      place: name,
      branchId: id,
      ...shown(succession),
      termLastDay: succession.holder && standing === "OVER" && term ? lastDayOf(term) : null,
      linked: null,
    };
  });
  const ofVillages = villages.map((village): PostView => {
    const branch = branches.find((one) => one.villages.some(({ villageId }) => villageId === village.id));
    const heads = village.offices.map(holderOf);
    const secretaries = (branch?.offices ?? []).map(holderOf);
    const linked = linkedOfficesOn(secretaries, heads, on);
    const who = [...secretaries, ...heads].find((one) => one.memberId === linked?.memberId);
    const { id, name } = village;
    const succession = shown(successionOn(heads, withPeriod(village), on));
    return {
      id,
      kind: "VILLAGE_HEAD",
      place: name,
      branchId: branch?.id ?? null,
      ...succession,
      termLastDay: null,
      linked: linked && { ...linked, name: who?.member.fullName ?? "" },
    };
  });
  return [...ofBranches, ...ofVillages];
}

type HeldRow = DbPeriod & { memberId: string; member: { fullName: string } };

function holderOf<Row extends HeldRow>(row: Row) {
  return { ...row, ...withPeriod<HeldRow>(row) };
}

function shown<Holder extends ReturnType<typeof holderOf>>({
  holder,
  predecessor,
  vacantSince,
  line,
}: Succession<Holder>) {
  const told = line.map(viewOf);
  const viewFor = (of: Holder | null) => (of && told[line.indexOf(of)]) ?? null;
  return { holder: viewFor(holder), predecessor: viewFor(predecessor), vacantSince, line: told };
}

function viewOf(of: ReturnType<typeof holderOf>): PostHolderView {
  return { person: { id: of.memberId, name: of.member.fullName }, startsOn: of.startsOn, lastDay: lastDayOf(of) };
}
