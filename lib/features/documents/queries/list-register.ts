import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, toDbDate, yearOf } from "@/lib/core/day";
import { inForceOn } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import type { MemberStatusKind, Sex } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { canTakeRegister } from "@/lib/features/documents/policy";
import { type RegisterAsk, type RegisterEntry, registerEntry } from "@/lib/features/documents/rules/register-entry";
import { visibleForExport } from "@/lib/features/members/policy";

const period = { startsOn: true, endsOn: true } as const;

/** A person of the register: how they stand in it, and the record, where the reader may open it. */
export type RegisterPerson = RegisterEntry & {
  readonly id: string;
  readonly fullName: string;
  readonly otherName: string | null;
  readonly sex: Sex;
  readonly profile: Found["profile"];
  readonly sensitive: Found["sensitive"];
  readonly badgeNumbers: readonly string[];
  readonly activity: MemberStatusKind | null;
};

type Found = Awaited<ReturnType<typeof findRows>>[number];

/** A register: whose it is, and the people in it by given name. */
export type Register = { readonly branch: string | null; readonly people: readonly RegisterPerson[] };

/**
 * The register of a branch, or of the whole, as of a day: who was in it on that day, and who left it in the year up to it. Refuses with
 * FORBIDDEN who takes no members away, with NOT_FOUND a branch that is not theirs to take.
 */
export async function getRegisterOf(tx: Tx, actor: Actor, ask: RegisterAsk): Promise<Register> {
  const { branchId, on } = ask;
  const taken = visibleForExport(actor);
  authorize(taken.all || taken.branchIds.length > 0);
  if (!canTakeRegister(actor, branchId)) throw notFound();
  const branch =
    branchId &&
    (await tx.branch.findFirst({ where: { committeeId: actor.committeeId, id: branchId }, select: { name: true } }));
  if (branchId && !branch) throw notFound();
  const rows = await findRows(tx, actor, ask);
  return { branch: branch ? branch.name : null, people: rows.flatMap((row) => personOf(row, ask, on)) };
}

function findRows(tx: Tx, { committeeId }: Actor, { branchId, on }: RegisterAsk) {
  const inYear = { OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(firstDayOfYear(yearOf(on))) } }] };
  const stay = { kind: "OFFICIAL" as const, startsOn: { lte: toDbDate(on) }, ...(branchId && { branchId }), ...inYear };
  return tx.member.findMany({
    where: { committeeId, memberships: { some: stay } },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      fullName: true,
      otherName: true,
      sex: true,
      profile: {
        select: {
          birthOn: true,
          homePlace: true,
          homeProvince: true,
          education: true,
          theoryLevel: true,
          qualification: true,
          profession: true,
          foreignLanguages: true,
          occupation: true,
          admittedOn: true,
          officialOn: true,
          cardNumber: true,
          recordNumber: true,
          enlistedOn: true,
          dischargedOn: true,
        },
      },
      sensitive: { select: { ethnicity: true, religion: true } },
      memberships: {
        where: { kind: "OFFICIAL" },
        orderBy: { startsOn: "asc" },
        select: { branchId: true, endReason: true, branch: { select: { name: true } }, ...period },
      },
      statuses: { select: { kind: true, ...period } },
      transfers: {
        where: { state: "ACCEPTED", kind: "OFFICIAL" },
        select: { direction: true, effectiveOn: true, otherParty: true },
      },
      badges: { where: { state: "AWARDED", badgeNumber: { not: null } }, select: { badgeNumber: true } },
    },
  });
}

function personOf(row: Found, ask: RegisterAsk, on: Day): RegisterPerson[] {
  const { memberships, transfers, statuses, badges, ...person } = row;
  const entry = registerEntry(
    {
      admittedOn: fromDbDate(row.profile?.admittedOn ?? null),
      stays: memberships.map(({ branch, ...stay }) => ({ ...withPeriod(stay), branch: branch.name })),
      transfers: transfers.map((one) => ({ ...one, effectiveOn: fromDbDate(one.effectiveOn) })),
    },
    ask,
  );
  if (!entry) return [];
  const [status] = inForceOn(statuses.map(withPeriod), on);
  const badgeNumbers = badges.flatMap(({ badgeNumber }) => badgeNumber ?? []);
  return [{ ...person, ...entry, badgeNumbers, activity: status?.kind ?? null }];
}
