import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import type { AssignmentPlanState } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { PlanLine } from "@/lib/features/assignments/queries/list-plans";

const tones: Readonly<Record<AssignmentPlanState, Tone>> = {
  DRAFT: "draft",
  SUBMITTED: "info",
  ISSUED: "ok",
  DISCARDED: "neutral",
};

/** The state of a plan in words. */
export function PlanStateTag({ state }: { state: AssignmentPlanState }) {
  const t = useTranslations("assignmentPlans.states");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}

/** The plans, each with its days, state and decision. */
export function PlanList({ lines }: { lines: readonly PlanLine[] }) {
  const t = useTranslations("assignmentPlans");
  const words = useTranslations("assignments");
  const format = useFormat();
  const columns: Column<PlanLine>[] = [
    {
      id: "name",
      header: t("columns.name"),
      card: "title",
      cell: ({ id, name }) => (
        <Link href={`/assignments/plans/${id}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { id: "period", header: t("columns.period"), cell: (row) => format.period(row.startsOn, row.lastDay) },
    { id: "state", header: t("columns.state"), cell: (row) => <PlanStateTag state={row.state} /> },
    {
      id: "decision",
      header: t("columns.decision"),
      cell: ({ decision }) =>
        decision ? words("decision", { number: decision.number, day: format.day(decision.on) }) : "–",
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={lines} rowId={(row) => row.id} />;
}
