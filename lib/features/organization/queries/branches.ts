import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, yearOf } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { BranchKind, RatingLevel } from "@/lib/core/db/generated/enums";
import { inForce, withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import {
  canCallSecretary,
  canEditOrganization,
  canListBranches,
  canOpenBranch,
  canReadBranchContact,
  visibleOffices,
} from "@/lib/features/organization/policy";
import { type BranchCounts, countMembersOf } from "@/lib/features/organization/queries/count-members";
import { concurrentHeadShare } from "@/lib/features/organization/rules";

const period = { startsOn: true, endsOn: true } as const;

/** A person as a list names one. */
export type PersonName = { readonly id: string; readonly name: string };

/** A branch on a day. What is not the reader's to see of it is null, as are village heads where it has no village. */
export type BranchRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: BranchKind;
  readonly villages: readonly string[];
  readonly secretary: PersonName | null;
  /** Where the branch is called: the secretary's own number, else the branch's. */
  readonly phone: string | null;
  readonly deputies: readonly PersonName[];
  readonly inCharge: PersonName | null;
  readonly counts: BranchCounts | null;
  readonly heads: "CONCURRENT" | "LACKING" | null;
  readonly rating: { readonly year: number; readonly level: RatingLevel | null } | null;
  readonly can: { readonly open: boolean };
};

/** The branches in force on a day, by name. */
export type BranchList = {
  readonly on: Day;
  readonly rows: readonly BranchRow[];
  readonly can: { readonly add: boolean };
};

/** Every branch in force on that day, each with as much as the reader may see; null for who may not know the branches. */
export async function listBranches(actor: Actor, on: Day): Promise<BranchList | null> {
  if (!canListBranches(actor)) return null;
  return readAs(actor, async (tx) => {
    const found = await readBranches(tx, actor, on);
    const ids = found.map((branch) => branch.id);
    const counts = await countMembersOf(tx, actor, ids, on);
    const rows = found.map((row) => branchRow(actor, row, counts.get(row.id) ?? null, on));
    return { on, rows, can: { add: canEditOrganization(actor) } };
  });
}

/** The branches in force on a day as choices of a filter or a form; empty for who may not know the branches. */
export async function listBranchChoices(actor: Actor, on: Day): Promise<PersonName[]> {
  if (!canListBranches(actor)) return [];
  return readAs(actor, (tx) =>
    tx.branch.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, inForce(on)] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
}

type Found = Awaited<ReturnType<typeof readBranches>>[number];

function readBranches(tx: Tx, actor: Actor, on: Day) {
  const then = inForce(on);
  return tx.branch.findMany({
    where: { AND: [{ committeeId: actor.committeeId }, then] },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      kind: true,
      contact: { select: { phone: true } },
      villages: {
        where: { AND: [then, { village: then }] },
        select: {
          branchId: true,
          villageId: true,
          ...period,
          village: {
            select: {
              id: true,
              name: true,
              ...period,
              offices: { where: then, select: { villageId: true, memberId: true, kind: true, ...period } },
            },
          },
        },
      },
      offices: {
        where: { AND: [then, { kind: { in: ["SECRETARY", "DEPUTY"] } }] },
        orderBy: { member: { sortKey: "asc" } },
        select: {
          branchId: true,
          memberId: true,
          kind: true,
          ...period,
          member: { select: { fullName: true, sensitive: { select: { phone: true } } } },
        },
      },
      assignments: {
        where: { AND: [then, { role: "MAIN" }] },
        select: { memberId: true, member: { select: { fullName: true } } },
      },
      ratings: {
        where: {
          subject: "BRANCH",
          state: "DECIDED",
          supersededById: null,
          round: { quarter: null, year: { lte: yearOf(on) } },
        },
        orderBy: { round: { year: "desc" } },
        take: 1,
        select: { level: true, round: { select: { year: true } } },
      },
    },
  });
}

function branchRow(actor: Actor, row: Found, counts: BranchCounts | null, on: Day): BranchRow {
  const { id, name, kind, villages, offices, assignments, ratings } = row;
  const named = offices.map((office) => ({ id: office.memberId, name: office.member.fullName, kind: office.kind }));
  const secretary = offices.find((office) => office.kind === "SECRETARY");
  const own = canCallSecretary(actor, id) ? (secretary?.member.sensitive?.phone ?? null) : null;
  const [main] = assignments;
  const [rating] = ratings;
  return {
    id,
    name,
    kind,
    villages: villages.map((link) => link.village.name),
    secretary: named.find((office) => office.kind === "SECRETARY") ?? null,
    deputies: named.filter((office) => office.kind === "DEPUTY"),
    inCharge: main ? { id: main.memberId, name: main.member.fullName } : null,
    phone: own ?? (canReadBranchContact(actor, id) ? (row.contact?.phone ?? null) : null),
    counts,
    heads: headsOf(actor, row, on),
    rating: rating ? { year: rating.round.year, level: rating.level } : null,
    can: { open: canOpenBranch(actor, id) },
  };
}

function headsOf(actor: Actor, { id, villages, offices }: Found, on: Day): BranchRow["heads"] {
  const sight = visibleOffices(actor);
  if (villages.length === 0 || !(sight.all || sight.branchIds.includes(id))) return null;
  const { lacking } = concurrentHeadShare(
    {
      villages: villages.map((link) => withPeriod(link.village)),
      branchVillages: villages.map(withPeriod),
      branchOffices: offices.map(withPeriod),
      civilOffices: villages.flatMap((link) => link.village.offices.map(withPeriod)),
    },
    on,
  );
  return lacking.length === 0 ? "CONCURRENT" : "LACKING";
}
