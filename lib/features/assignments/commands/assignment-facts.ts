import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { notFound } from "@/lib/core/errors";
import { periodOf, withPeriod } from "@/lib/core/period";
import type { AssignmentRow, SeatRow } from "@/lib/features/assignments/rules/assigning";

const period = { startsOn: true, endsOn: true } as const;

/** The branches named, each with its assignments of all days. Refuses with NOT_FOUND where one is missing. */
export async function loadBranches({ tx, actor }: CommandContext, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const branches = await tx.branch.findMany({
    where: { committeeId: actor.committeeId, id: { in: wanted } },
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      ...period,
      assignments: {
        select: { id: true, memberId: true, role: true, ...period, member: { select: { fullName: true } } },
      },
    },
  });
  if (branches.length < wanted.length) throw notFound();
  return new Map(
    branches.map(({ assignments, ...branch }) => {
      const rows: AssignmentRow[] = assignments.map(({ member, ...row }) => ({
        ...withPeriod(row),
        memberName: member.fullName,
      }));
      return [branch.id, { ...withPeriod(branch), assignments: rows }] as const;
    }),
  );
}

/** The persons named, each with every seat held. Refuses with NOT_FOUND where one is missing. */
export async function loadPersons({ tx, actor }: CommandContext, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const members = await tx.member.findMany({
    where: { committeeId: actor.committeeId, id: { in: wanted } },
    relationLoadStrategy: "join",
    select: {
      id: true,
      fullName: true,
      committeeOffices: { select: { kind: true, ...period, term: { select: period } } },
    },
  });
  if (members.length < wanted.length) throw notFound();
  return new Map(
    members.map(({ id, fullName, committeeOffices }) => {
      const seats: SeatRow[] = committeeOffices.map(({ kind, term, ...seat }) => ({
        kind,
        term: periodOf(term),
        ...periodOf(seat),
      }));
      return [id, { memberName: fullName, seats }] as const;
    }),
  );
}
