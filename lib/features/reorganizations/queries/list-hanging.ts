import "server-only";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { type DbPeriod, withPeriod } from "@/lib/core/period";
import type { Hanging } from "@/lib/features/reorganizations/rules/settling";

const period = { startsOn: true, endsOn: true } as const;
const person = { select: { fullName: true, sortKey: true } } as const;

type Row = DbPeriod & {
  id: string;
  branchId: string;
  memberId: string;
  member: { fullName: string; sortKey: string };
};

/** Everything that hangs on these branches on the day or later, by given name within its kind. */
export async function listHanging(
  tx: Tx,
  committeeId: string,
  { branchIds, on }: { branchIds: readonly string[]; on: Day },
): Promise<Hanging[]> {
  const lasting = { OR: [{ endsOn: null }, { endsOn: { gt: toDbDate(on) } }] };
  const where = { AND: [{ committeeId, branchId: { in: [...branchIds] } }, lasting] };
  const columns = { id: true, branchId: true, memberId: true, ...period, member: person } as const;
  const byName = { member: { sortKey: "asc" } } as const;
  const stays = await tx.membership.findMany({ where, orderBy: byName, select: { ...columns, kind: true } });
  const offices = await tx.branchOffice.findMany({ where, orderBy: byName, select: { ...columns, kind: true } });
  const assignments = await tx.assignment.findMany({ where, orderBy: byName, select: { ...columns, role: true } });
  const villages = await tx.branchVillage.findMany({
    where,
    orderBy: { village: { sortKey: "asc" } },
    select: { id: true, branchId: true, villageId: true, ...period, village: { select: { name: true } } },
  });
  const of = (kind: Hanging["kind"], row: Row, role: string): Hanging => {
    const { member, id, branchId, memberId, startsOn, endsOn } = row;
    return {
      ...withPeriod({ startsOn, endsOn }),
      id,
      kind,
      role,
      branchId,
      memberId,
      villageId: null,
      name: member.fullName,
    };
  };
  return [
    ...stays.map((row) => of("STAY", row, row.kind)),
    ...offices.map((row) => of("OFFICE", row, row.kind)),
    ...assignments.map((row) => of("ASSIGNMENT", row, row.role)),
    ...villages.map(({ village, ...row }) => ({
      ...withPeriod(row),
      kind: "VILLAGE" as const,
      role: null,
      memberId: null,
      name: village.name,
    })),
    ...(await listDossiers(tx, committeeId, branchIds)),
  ];
}

async function listDossiers(tx: Tx, committeeId: string, branchIds: readonly string[]): Promise<Hanging[]> {
  const dossiers = await tx.dossier.findMany({
    where: { committeeId, branchId: { in: [...branchIds] }, state: { in: ["OPEN", "VOTED", "RECORDED"] } },
    orderBy: { openedOn: "asc" },
    relationLoadStrategy: "join",
    select: {
      id: true,
      kind: true,
      branchId: true,
      memberId: true,
      openedOn: true,
      member: { select: { fullName: true } },
      candidate: { select: { fullName: true } },
    },
  });
  return dossiers.map(({ id, kind, branchId, memberId, openedOn, member, candidate }) => ({
    id,
    kind: "DOSSIER",
    role: kind,
    branchId,
    memberId,
    villageId: null,
    name: member?.fullName ?? candidate?.fullName ?? "",
    startsOn: fromDbDate(openedOn),
    endsOn: null,
  }));
}
