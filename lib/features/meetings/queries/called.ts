import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MeetingBody } from "@/lib/core/db/generated/enums";
import { inForce } from "@/lib/core/period";
import type { MemberThatDay } from "@/lib/features/meetings/rules";
import { listVoters } from "@/lib/features/votes/queries/voters";
import { seatsOf } from "@/lib/features/votes/rules";

/** Who holds a meeting on a day: a branch, or a body of the committee. */
export type HeldBy = { readonly branchId: string | null; readonly body: MeetingBody | null; readonly heldOn: Day };

/** Everyone whom a meeting is called of, by given name: the members of its branch on that day, or who sat in its body. */
export async function listCalled(tx: Tx, actor: Actor, { branchId, body, heldOn }: HeldBy): Promise<MemberThatDay[]> {
  if (branchId !== null) return listVoters(tx, branchId, heldOn);
  return body === null ? [] : listBodyMembers(tx, actor, body, heldOn);
}

/** Who sat in a body of the committee on that day, by given name, as far as the reader sees its seats; suspended members are told. */
export async function listBodyMembers(
  tx: Tx,
  { committeeId }: Actor,
  body: MeetingBody,
  on: Day,
): Promise<MemberThatDay[]> {
  const rows = await tx.member.findMany({
    where: {
      committeeId,
      committeeOffices: { some: { AND: [{ kind: { in: [...seatsOf[body]] } }, inForce(on)] } },
    },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      ...{ id: true, fullName: true },
      statuses: { where: { AND: [{ kind: "SUSPENDED" }, inForce(on)] }, select: { id: true } },
    },
  });
  return rows.map(({ id, fullName, statuses }) => ({
    ...{ memberId: id, name: fullName, stage: "OFFICIAL", isAwayTemporarily: false },
    activity: statuses.length > 0 ? "SUSPENDED" : "ACTIVE",
  }));
}

/** Who is on the headcount on that day, by given name: one of them writes the minutes of a body, who need not sit in it. */
export async function listWriters(tx: Tx, { committeeId }: Actor, on: Day): Promise<{ id: string; name: string }[]> {
  const rows = await tx.member.findMany({
    where: { committeeId, memberships: { some: { AND: [{ kind: "OFFICIAL" }, inForce(on)] } } },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, fullName: true },
  });
  return rows.map(({ id, fullName }) => ({ id, name: fullName }));
}
