import Link from "next/link";
import { useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchView } from "@/lib/features/organization/queries/branch";
import type { BranchRecord } from "@/lib/features/organization/queries/branch-record";

type Milestone = { id: string; on: Day; title: string; date: string; body?: string };

/** What happened to the branch, newest first: its beginning and end, what it grew from, and who served it when. */
export function BranchHistory({ branch, record }: { branch: BranchView; record: BranchRecord }) {
  const t = useTranslations("organization");
  const format = useFormat();
  const decision = (number: string | null) => (number ? t("history.decision", { number }) : undefined);
  const once = (id: string, on: Day, title: string, body?: string): Milestone => ({
    id,
    on,
    title,
    date: format.day(on),
    body,
  });
  const held = (row: BranchRecord["villages"][number]["heads"][number] | Held, title: string): Milestone => ({
    id: row.id,
    on: row.startsOn,
    title,
    date: format.period(row.startsOn, row.lastDay),
    body: decision(row.decisionNumber),
  });
  const milestones = [
    once(
      "opened",
      branch.startsOn,
      branch.originBody ? t("history.cameFrom", { body: branch.originBody }) : t("history.opened"),
      decision(branch.decisionNumber),
    ),
    ...(branch.lastDay ? [once("closed", branch.lastDay, t("history.closed"))] : []),
    ...record.predecessors.map((one) => once(one.id, one.on, t("history.from", { name: one.name }))),
    ...record.successors.map((one) => once(one.id, one.on, t("history.into", { name: one.name }))),
    ...record.offices.map((row) =>
      held(row, t("history.office", { office: t(`offices.${row.kind}`), name: row.person.name })),
    ),
    ...record.villages.flatMap((village) =>
      village.heads.map((row) => held(row, t("history.head", { name: row.person.name, village: village.name }))),
    ),
    ...record.assignments.map((row) =>
      held(row, t("history.assignment", { name: row.person.name, part: t(`officers.${row.kind}`) })),
    ),
  ];
  return (
    <>
      <Timeline entries={milestones.toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))} />
      {branch.can.readTrail && (
        <p className="screen-only">
          <Link href={`/audit?record=${branch.id}`} prefetch={false}>
            {t("history.trail")}
          </Link>
        </p>
      )}
    </>
  );
}

type Held = BranchRecord["offices"][number] | BranchRecord["assignments"][number];
