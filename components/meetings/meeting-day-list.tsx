import { useTranslations } from "next-intl";
import { useMeetingDayWords } from "@/components/meetings/use-meeting-day-words";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MeetingDays, MeetingDayView } from "@/lib/features/meetings/queries/meeting-days";

/** Every rule of when and where a branch meets, the latest first. */
export function MeetingDayList({ found }: { found: MeetingDays }) {
  const t = useTranslations("meetings.fixedDay");
  const words = useMeetingDayWords();
  const format = useFormat();
  if (found.days.length === 0) {
    return <EmptyState title={t("none")} explain={found.can.keep ? t("noneExplain") : undefined} />;
  }
  const columns: Column<MeetingDayView>[] = [
    { id: "day", header: t("columns.day"), card: "title", cell: (one) => words.day(one) },
    { id: "time", header: t("columns.time"), cell: ({ startTime }) => startTime },
    { id: "place", header: t("columns.place"), cell: ({ place }) => place },
    { id: "season", header: t("columns.season"), cell: (one) => words.season(one) ?? "–" },
    {
      id: "period",
      header: t("columns.period"),
      cell: ({ startsOn, lastDay }) => format.period(startsOn, lastDay),
    },
  ];
  return <Table caption={t("list")} columns={columns} rows={found.days} rowId={(one) => one.id} />;
}
