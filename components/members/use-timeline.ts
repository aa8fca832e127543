import { useTranslations } from "next-intl";
import { type Day, lastDayOfQuarter, lastDayOfYear } from "@/lib/core/day";
import { type Interval, lastDayOf } from "@/lib/core/day/interval";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberView } from "@/lib/features/members/queries/get-member";
import { periodOf } from "@/lib/features/ratings/schema/periods";

/** What a member's history can be narrowed to. */
export const timelineKinds = ["party", "offices", "courses", "ratings", "inspections"] as const;

/** One part of a member's history. */
export type TimelineKind = (typeof timelineKinds)[number];

type Milestone = { kind: TimelineKind; id: string; on: Day; title: string; href?: string; date: string; body?: string };

/** The member's history, newest first, each with the date its paper gives: a day, a period, or for ratings the year. */
export function useTimeline(member: MemberView): Milestone[] {
  const t = useTranslations("members");
  const courses = useTranslations("training");
  const format = useFormat();
  const period = (of: Interval) => format.period(of.startsOn, lastDayOf(of));
  const held = (kind: TimelineKind, row: Interval & { id: string }, title: string, body?: string): Milestone => ({
    kind,
    id: row.id,
    on: row.startsOn,
    title,
    date: period(row),
    body,
  });
  const decision = (number: string | null) => (number ? t("timeline.decision", { number }) : undefined);
  const onDay = (id: string, on: Day | null, title: string): Milestone[] =>
    on ? [{ kind: "party", id, on, title, date: format.day(on) }] : [];

  const milestones = [
    ...onDay("admitted", member.dates.admittedOn, t("timeline.admitted")),
    ...onDay("official", member.dates.officialOn, t("timeline.official")),
    ...onDay("readmitted", member.dates.readmittedOn, t("timeline.readmitted")),
    ...onDay("officialAgain", member.dates.secondOfficialOn, t("timeline.official")),
    ...member.memberships.map((row) => {
      const end = row.endReason && t("timeline.ended", { reason: t(`ends.${row.endReason}`) });
      const title = t(row.kind === "OFFICIAL" ? "timeline.joined" : "timeline.guest", { branch: row.branch.name });
      return held("party", row, title, [decision(row.decisionNumber), end].filter(Boolean).join(". "));
    }),
    ...member.dossiers
      .filter((row) => row.state === "DONE")
      .map((row): Milestone => {
        const on = row.effectiveOn ?? row.openedOn;
        const title = t("timeline.dossier", { kind: t(`dossiers.${row.kind}`) });
        const href = `/admissions/${row.id}`;
        return { kind: "party", id: row.id, on, title, href, date: format.day(on), body: decision(row.decisionNumber) };
      }),
    ...member.statuses.map((row) => {
      const body = [row.reason, decision(row.decisionNumber)].filter(Boolean).join(". ");
      return held("party", row, t(`status.${row.kind}`), body);
    }),
    ...member.branchOffices.map((row) => {
      const office = t(`branchOffices.${row.kind}`);
      return held("offices", row, t("timeline.branchOffice", { office, branch: row.branch.name }));
    }),
    ...member.committeeOffices.map((row) => held("offices", row, t(`committeeOffices.${row.kind}`), row.term.name)),
    ...member.civilOffices.map((row) => held("offices", row, t("timeline.villageHead", { village: row.village.name }))),
    ...member.assignments.map((row) => {
      const part = row.role === "MAIN" ? "timeline.main" : "timeline.supporting";
      return held("offices", row, t(part, { branch: row.branch.name }));
    }),
    ...member.courses.map((row) => {
      const words = [
        courses(`results.${row.result}`),
        row.certificateNumber && t("timeline.certificate", { number: row.certificateNumber }),
      ];
      return held("courses", row, row.name, words.filter(Boolean).join(". "));
    }),
    ...member.ratings.map((row): Milestone => {
      const { year, quarter } = row.round;
      const level = t(`levels.${row.level ?? "NOT_RATED"}`);
      const rated = quarter
        ? t("timeline.ratingQuarter", { quarter, year, level })
        : t("timeline.rating", { year, level });
      const title = row.notRatedReason
        ? t("timeline.notRated", {
            period: format.yearOrQuarter(periodOf(row.round)),
            reason: t(`notRated.${row.notRatedReason}`),
          })
        : rated;
      return {
        kind: "ratings",
        id: row.id,
        on: quarter ? lastDayOfQuarter(year, quarter) : lastDayOfYear(year),
        title,
        date: t("timeline.year", { year: String(year) }),
      };
    }),
    ...member.inspections.map((row): Milestone => {
      const title = t("timeline.inspection", { mode: t(`modes.${row.mode}`), title: row.title });
      return { kind: "inspections", id: row.id, on: row.startsOn, title, date: format.day(row.startsOn) };
    }),
  ];
  return milestones.toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}
