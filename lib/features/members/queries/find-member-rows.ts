import "server-only";
import type { Tx } from "@/lib/core/db/context";

const period = { startsOn: true, endsOn: true } as const;
const newestFirst = { startsOn: "desc" } as const;

/** The rows behind a member's page, in one statement; row level security leaves out the parts the reader may not open. */
export function findMemberRows(tx: Tx, committeeId: string, memberId: string) {
  return tx.member.findFirst({
    where: { committeeId, id: memberId },
    relationLoadStrategy: "join",
    select: {
      id: true,
      fullName: true,
      otherName: true,
      sex: true,
      version: true,
      profile: { omit: { committeeId: true, memberId: true, version: true } },
      sensitive: { omit: { committeeId: true, memberId: true, version: true } },
      identity: { select: { idNumberTail: true, oldIdNumberTail: true } },
      memberships: {
        orderBy: newestFirst,
        select: {
          id: true,
          branchId: true,
          kind: true,
          endReason: true,
          decisionNumber: true,
          ...period,
          branch: { select: { id: true, name: true } },
        },
      },
      statuses: {
        orderBy: newestFirst,
        select: { id: true, kind: true, reason: true, decisionNumber: true, version: true, ...period },
      },
      branchOffices: {
        orderBy: newestFirst,
        select: { id: true, branchId: true, kind: true, ...period, branch: { select: { name: true } } },
      },
      committeeOffices: {
        orderBy: newestFirst,
        select: { id: true, kind: true, ...period, term: { select: { name: true } } },
      },
      civilOffices: {
        orderBy: newestFirst,
        select: { id: true, kind: true, ...period, village: { select: { name: true } } },
      },
      assignments: {
        orderBy: newestFirst,
        select: { id: true, role: true, ...period, branch: { select: { name: true } } },
      },
      dossiers: {
        orderBy: { openedOn: "desc" },
        select: { id: true, kind: true, state: true, openedOn: true, decisionNumber: true, effectiveOn: true },
      },
      transfers: { where: { state: "PENDING" }, select: { id: true } },
      courses: {
        orderBy: { course: newestFirst },
        select: {
          id: true,
          result: true,
          reason: true,
          certificateNumber: true,
          course: { select: { name: true, kind: true, organizer: true, ...period } },
        },
      },
      ratings: {
        where: { state: "DECIDED", supersededById: null },
        orderBy: { round: { year: "desc" } },
        select: { id: true, level: true, notRatedReason: true, round: { select: { year: true, quarter: true } } },
      },
      subjects: {
        where: { inspection: { state: "CONCLUDED" } },
        select: {
          inspection: { select: { id: true, title: true, mode: true, startsOn: true, disciplineFollows: true } },
        },
      },
    },
  });
}
