import Link from "next/link";
import { useTranslations } from "next-intl";
import { RuledOutList } from "@/components/ratings/ruled-out-list";
import { TaskLines } from "@/components/tasks/task-lines";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DisciplineOfYear } from "@/lib/features/disciplines/queries/list-disciplines-of";
import type { ConclusionLine } from "@/lib/features/inspections/queries/list-conclusions";
import type { AttendedMeeting } from "@/lib/features/meetings/queries/list-attendance";
import type { RuledOut } from "@/lib/features/ratings/rules/ruled-out";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import type { TaskLine } from "@/lib/features/tasks/queries/list-tasks";
import type { FinishedTasks } from "@/lib/features/tasks/rules/totals";

/** What the register holds of a subject's year. `meetings` is null where nobody calls a roll of the subject. */
export type Evidence = {
  readonly period: RatingPeriod;
  readonly meetings: readonly AttendedMeeting[] | null;
  readonly tasks: FinishedTasks<TaskLine>;
  readonly conclusions: readonly ConclusionLine[];
  readonly disciplines: readonly DisciplineOfYear[];
  readonly ruledOut: readonly RuledOut[];
};

/** What the year's records say of a subject, each number with what stands behind it, and which levels that rules out. */
export function EvidenceCard({ evidence }: { evidence: Evidence }) {
  const t = useTranslations("ratings.evidence");
  const format = useFormat();
  const { period, meetings, tasks, conclusions, disciplines, ruledOut } = evidence;
  return (
    <Card title={t("title", { period: format.yearOrQuarter(period) })}>
      <DescriptionList
        facts={[
          ...(meetings ? [{ term: t("meetings"), value: <Attendance meetings={meetings} /> }] : []),
          { term: t("tasks"), value: <Tasks tasks={tasks} /> },
          { term: t("conclusions"), value: <Conclusions lines={conclusions} /> },
          { term: t("disciplines"), value: <Disciplines lines={disciplines} /> },
          { term: t("ruledOut"), value: <RuledOutList lines={ruledOut} /> },
        ]}
      />
    </Card>
  );
}

function Attendance({ meetings }: { meetings: readonly AttendedMeeting[] }) {
  const t = useTranslations("ratings.evidence");
  const words = useTranslations("meetings");
  const format = useFormat();
  if (meetings.length === 0) return t("noMeetings");
  const present = meetings.filter(({ presence }) => presence === "PRESENT").length;
  return (
    <Disclosure summary={t("attendance", { present, called: meetings.length })}>
      <ul className="grid gap-1">
        {meetings.map(({ id, kind, heldOn, presence, reason }) => (
          <li key={id}>
            <Link href={`/meetings/${id}`} prefetch={false}>
              {words("lineOf", { kind: words(`kinds.${kind}`), day: format.day(heldOn) })}
            </Link>
            {`: ${words(`presences.${presence}`)}${reason ? ` (${reason})` : ""}`}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Tasks({ tasks: { onTime, late } }: { tasks: FinishedTasks<TaskLine> }) {
  const t = useTranslations("ratings.evidence");
  const total = onTime.length + late.length;
  if (total === 0) return t("noTasks");
  return (
    <Disclosure summary={t("taskCounts", { total, onTime: onTime.length, late: late.length })}>
      <TaskLines lines={[...onTime, ...late]} />
    </Disclosure>
  );
}

function Conclusions({ lines }: { lines: readonly ConclusionLine[] }) {
  const t = useTranslations("ratings.evidence");
  const format = useFormat();
  if (lines.length === 0) return t("noConclusions");
  return (
    <ul className="grid gap-2">
      {lines.map(({ id, title, concludedOn, finding }) => (
        <li key={id}>
          <Link href={`/inspections/${id}`} prefetch={false}>
            {title}
          </Link>
          {concludedOn && `, ${t("concluded", { day: format.day(concludedOn) })}`}
          {finding && <span className="field-hint block">{finding}</span>}
        </li>
      ))}
    </ul>
  );
}

function Disciplines({ lines }: { lines: readonly DisciplineOfYear[] }) {
  const t = useTranslations("ratings.evidence");
  const words = useTranslations("disciplines");
  const format = useFormat();
  if (lines.length === 0) return t("noDisciplines");
  return (
    <ul className="grid gap-1">
      {lines.map(({ id, form, decisionNumber, decidedOn }) => (
        <li key={id}>
          <Link href={`/disciplines/${id}`} prefetch={false}>
            {words(`forms.${form}`)}
          </Link>
          {`, ${t("discipline", { number: decisionNumber, day: format.day(decidedOn) })}`}
        </li>
      ))}
    </ul>
  );
}
