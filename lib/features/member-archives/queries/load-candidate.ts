import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import type { Obstacle } from "@/lib/core/obstacle";
import { type ArchiveHolds, archiveObstacles } from "@/lib/features/member-archives/rules";
import { archiveHolds } from "@/lib/features/member-archives/schema";
import { countTies, listDatedRows } from "@/lib/features/member-merges/queries/load-pair";
import type { DatedRow } from "@/lib/features/member-merges/rules";
import { type KnownMember, listMembersInFull } from "@/lib/features/members/queries/known-members";

/** A record that may go into the archive: what it says, its stays and statuses, and what keeps it where it is. */
export type ArchiveCandidate = KnownMember & {
  readonly name: string;
  readonly leaving: readonly DatedRow[];
  readonly obstacles: readonly Obstacle[];
};

/** Such a record in the running transaction. Refuses with NOT_FOUND one that is not there or has gone already. */
export async function getCandidate(tx: Tx, actor: Actor, memberId: string): Promise<ArchiveCandidate> {
  const [member] = await listMembersInFull(tx, actor, [memberId]);
  if (!member) throw notFound();
  const rows = await listDatedRows(tx, actor, [memberId]);
  return {
    ...member,
    name: member.values.fullName ?? "",
    leaving: rows.filter(({ record }) => record === "Membership" || record === "MemberStatus"),
    obstacles: archiveObstacles(await countHolds(tx, actor, { memberId, rows }), {
      memberId,
      readerId: actor.memberId,
    }),
  };
}

async function countHolds(
  tx: Tx,
  actor: Actor,
  { memberId, rows }: { memberId: string; rows: readonly DatedRow[] },
): Promise<ArchiveHolds> {
  const ties = await countTies(tx, actor, memberId);
  const named = [{ chairId: memberId }, { writerId: memberId }, { attendance: { some: { memberId } } }];
  const meetings = await tx.meeting.count({ where: { committeeId: actor.committeeId, OR: named } });
  const tasks = await tx.task.count({ where: { committeeId: actor.committeeId, memberId } });
  return archiveHolds.map((hold) => {
    if (hold === "meetings") return { hold, count: meetings };
    if (hold === "tasks") return { hold, count: tasks };
    if (hold in ties) return { hold, count: Reflect.get(ties, hold) };
    return { hold, count: rows.filter(({ record }) => record === hold).length };
  });
}
