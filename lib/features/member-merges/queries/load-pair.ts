import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import type { Obstacle } from "@/lib/core/obstacle";
import { withPeriod } from "@/lib/core/period";
import { type DatedRow, type MergeSide, type MergeTies, mergeObstacles } from "@/lib/features/member-merges/rules";
import { type KnownMember, listMembersInFull } from "@/lib/features/members/queries/known-members";

/** One of two records with its dated rows. */
export type PairSide = KnownMember & MergeSide & { readonly name: string };

/** Two records, the one that stays and the one that goes, with everything that keeps them from becoming one. */
export type Pair = { readonly kept: PairSide; readonly dropped: PairSide; readonly obstacles: readonly Obstacle[] };

/** Two records in the running transaction. Refuses with NOT_FOUND where one is not there, was dropped already, or both are one. */
export async function getPair(tx: Tx, actor: Actor, keptId: string, droppedId: string): Promise<Pair> {
  const known = await listMembersInFull(tx, actor, [keptId, droppedId]);
  const rows = await listDatedRows(tx, actor, [keptId, droppedId]);
  const sideOf = (id: string): PairSide => {
    const member = known.find((one) => one.id === id);
    if (!member || keptId === droppedId) throw notFound();
    return { ...member, name: member.values.fullName ?? "", rows: rows.filter(({ memberId }) => memberId === id) };
  };
  const [kept, dropped] = [sideOf(keptId), sideOf(droppedId)];
  const isReadmitted = Boolean(dropped.values.readmittedOn);
  const ties = await countTies(tx, actor, droppedId);
  const obstacles = mergeObstacles({ kept, dropped }, { ties, isReadmitted, readerId: actor.memberId });
  return { kept, dropped, obstacles };
}

/** What hangs on a record that is never moved to another one. */
export async function countTies(tx: Tx, { committeeId }: Actor, memberId: string): Promise<MergeTies> {
  const where = { committeeId, memberId };
  const subjects = await tx.inspectionSubject.count({ where: { ...where, inspection: { state: "CONCLUDED" } } });
  const teams = await tx.inspectionTeamMember.count({ where: { ...where, inspection: { state: "CONCLUDED" } } });
  const [linked] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM app.linked_members() WHERE "memberId" = ${memberId}::uuid`;
  return {
    ratings: await tx.rating.count({ where }),
    badges: await tx.partyBadge.count({ where }),
    dossiers: await tx.dossier.count({ where }),
    helped: await tx.member.count({ where: { committeeId, id: memberId, helped: { some: {} } } }),
    introductions: await tx.dossierIntroducer.count({ where }),
    countedOut: await tx.voteCountedOut.count({ where }),
    transfers: await tx.transfer.count({ where }),
    accounts: linked?.count ?? 0,
    inspections: subjects + teams,
  };
}

/** The dated rows of these records, each with the slot that one person fills once at a time. */
export async function listDatedRows(tx: Tx, { committeeId }: Actor, ids: readonly string[]) {
  const where = { committeeId, memberId: { in: [...ids] } };
  const period = { id: true, memberId: true, startsOn: true, endsOn: true } as const;
  const stays = await tx.membership.findMany({ where, select: { ...period, kind: true, branchId: true } });
  const statuses = await tx.memberStatus.findMany({ where, select: period });
  const branchOffices = await tx.branchOffice.findMany({ where, select: { ...period, branchId: true } });
  const committeeOffices = await tx.committeeOffice.findMany({ where, select: { ...period, kind: true } });
  const civilOffices = await tx.civilOffice.findMany({ where, select: period });
  const assignments = await tx.assignment.findMany({ where, select: { ...period, branchId: true } });
  const courses = await tx.courseParticipant.findMany({
    where,
    select: { id: true, memberId: true, courseId: true, course: { select: { startsOn: true, endsOn: true } } },
  });
  const plans = await tx.plannedPerson.findMany({
    where,
    select: { id: true, memberId: true, post: true, branchId: true, termFrom: true, decidedOn: true, removedOn: true },
  });
  const places = await tx.plannedAssignment.findMany({
    where,
    select: {
      id: true,
      memberId: true,
      planId: true,
      branchId: true,
      plan: { select: { startsOn: true, endsOn: true } },
    },
  });
  const inPlans = places.map(({ plan, ...row }) => ({ ...row, ...plan }));
  const planned = plans.map((row) => ({ ...row, startsOn: row.decidedOn, endsOn: row.removedOn }));
  const inCourses = courses.map(({ course, ...row }) => ({ ...row, ...course }));
  const named = <Row extends { memberId: string; id: string; startsOn: Date; endsOn: Date | null }>(
    record: DatedRow["record"],
    rows: readonly Row[],
    slot: (row: Row) => string,
    place: (row: Row) => string = () => "",
  ) =>
    rows.map((row) => {
      const { startsOn, endsOn } = withPeriod({ startsOn: row.startsOn, endsOn: row.endsOn });
      return { record, id: row.id, memberId: row.memberId, slot: slot(row), place: place(row), startsOn, endsOn };
    });
  return [
    ...named(
      "Membership",
      stays,
      ({ kind }) => kind,
      ({ branchId }) => branchId,
    ),
    ...named("MemberStatus", statuses, () => ""),
    ...named("BranchOffice", branchOffices, ({ branchId }) => branchId),
    ...named("CommitteeOffice", committeeOffices, ({ kind }) => kind),
    ...named("CivilOffice", civilOffices, ({ id }) => id),
    ...named("Assignment", assignments, ({ branchId }) => branchId),
    ...named("CourseParticipant", inCourses, ({ courseId }) => courseId),
    ...named("PlannedPerson", planned, ({ post, branchId, termFrom }) => [post, branchId, termFrom].join()),
    ...named("PlannedAssignment", inPlans, ({ planId, branchId }) => [planId, branchId].join()),
  ];
}
