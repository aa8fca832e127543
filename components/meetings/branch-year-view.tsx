import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MonthTag, StateTag } from "@/components/meetings/meeting-words";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchYear, MonthView } from "@/lib/features/meetings/queries/list-meetings";

/** The twelve months of a branch, each with its meetings. */
export function BranchYearView({ branch, year }: { branch: BranchYear; year: number }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const columns: Column<MonthView>[] = [
    { id: "month", header: t("columns.month"), card: "title", cell: ({ monthOn }) => format.month(monthOn) },
    { id: "meetings", header: t("columns.meetings"), cell: (month) => <Meetings month={month} /> },
    {
      id: "attendance",
      header: t("columns.attendance"),
      cell: ({ meetings }) => <Lines of={meetings.map(({ id, roll }) => [id, rollWords(roll)])} />,
    },
    {
      id: "state",
      header: t("columns.state"),
      cell: ({ meetings }) => <Lines of={meetings.map(({ id, state }) => [id, <StateTag key={id} state={state} />])} />,
    },
  ];
  const rollWords = (roll: MonthView["meetings"][number]["roll"]) =>
    roll ? format.share(roll.present, roll.called) : t("noRollYet");
  return (
    <Table
      caption={t("months", { year: String(year) })}
      columns={columns}
      rows={branch.months}
      rowId={(month) => month.monthOn}
    />
  );
}

function Meetings({ month }: { month: MonthView }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  return (
    <>
      {(month.state === "MISSING" || month.meetings.length === 0) && <MonthTag state={month.state} />}
      <Lines
        of={month.meetings.map(({ id, kind, heldOn }) => [
          id,
          <Link key={id} href={`/meetings/${id}`} prefetch={false}>
            {t("lineOf", { kind: t(`kinds.${kind}`), day: format.day(heldOn) })}
          </Link>,
        ])}
      />
    </>
  );
}

function Lines({ of }: { of: readonly (readonly [id: string, content: ReactNode])[] }) {
  return of.map(([id, content]) => <div key={id}>{content}</div>);
}
