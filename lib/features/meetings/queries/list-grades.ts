import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import type { MeetingGrade, MeetingKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canGradeMeetings, canListMeetings, visibleMeetings } from "@/lib/features/meetings/policy";
import { findUsualYear } from "@/lib/features/meetings/queries/usual-year";
import type { GradeFilter, GradeStanding } from "@/lib/features/meetings/schema";

/** A meeting with what it was given. */
export type GradeLine = {
  readonly id: string;
  readonly branch: string;
  readonly kind: MeetingKind;
  readonly monthOn: Day;
  readonly heldOn: Day;
  readonly total: number | null;
  readonly proposedGrade: MeetingGrade | null;
  readonly standing: GradeStanding;
};

/** The meetings of a year whose minutes were sent, and how many stand where; the lines are those of the standing asked for. */
export type GradeYear = {
  readonly year: number;
  readonly show: GradeStanding | null;
  readonly counts: Readonly<Record<GradeStanding, number>>;
  readonly lines: readonly GradeLine[];
  readonly can: { readonly grade: boolean };
};

/** How good the meetings of a year were, of the branches that the reader sees. Refuses with NOT_FOUND who reads no meetings. */
export async function listGrades(actor: Actor, filter: GradeFilter): Promise<GradeYear> {
  if (!canListMeetings(actor)) throw notFound();
  const { committeeId } = actor;
  const reach = visibleMeetings(actor);
  return readAs(actor, async (tx) => {
    const year = filter.year ?? (await findUsualYear(tx, actor));
    const rows = await tx.meeting.findMany({
      where: {
        ...{ committeeId, state: { not: "DRAFT" } },
        branchId: reach.all ? { not: null } : { in: reach.branchIds },
        monthOn: { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) },
      },
      relationLoadStrategy: "join",
      orderBy: [{ monthOn: "desc" }, { branch: { sortKey: "asc" } }, { id: "asc" }],
      select: {
        ...{ id: true, kind: true, monthOn: true, heldOn: true },
        branch: { select: { name: true } },
        score: { select: { total: true, proposedGrade: true, decidedGrade: true } },
      },
    });
    const all = rows.map(({ id, kind, monthOn, heldOn, branch, score }): GradeLine => {
      const standing = score ? (score.decidedGrade ?? "WAITING") : "UNSCORED";
      const given = { total: score?.total ?? null, proposedGrade: score?.proposedGrade ?? null };
      return {
        id,
        kind,
        branch: branch?.name ?? "",
        monthOn: fromDbDate(monthOn),
        heldOn: fromDbDate(heldOn),
        ...given,
        standing,
      };
    });
    const count = (of: GradeStanding) => all.filter((line) => line.standing === of).length;
    const { show } = filter;
    return {
      ...{ year, show },
      counts: {
        MEETING_GOOD: count("MEETING_GOOD"),
        MEETING_FAIR: count("MEETING_FAIR"),
        MEETING_AVERAGE: count("MEETING_AVERAGE"),
        MEETING_POOR: count("MEETING_POOR"),
        WAITING: count("WAITING"),
        UNSCORED: count("UNSCORED"),
      },
      lines: show === null ? all : all.filter((line) => line.standing === show),
      can: { grade: canGradeMeetings(actor) },
    };
  });
}
