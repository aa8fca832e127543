import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { VillageRow } from "@/lib/features/organization/queries/villages";

/** Villages with their time, what each followed, and the branches that serve them. */
export function VillageTable({ rows }: { rows: readonly VillageRow[] }) {
  const t = useTranslations("organization.villages");
  const format = useFormat();
  return (
    <Table
      caption={t("caption")}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { id: "name", header: t("name"), card: "title", cell: (row) => row.name },
        { id: "period", header: t("period"), cell: (row) => format.period(row.startsOn, row.lastDay) },
        { id: "branches", header: t("branches"), cell: (row) => row.branches.join(", ") || "–" },
        {
          id: "from",
          header: t("from"),
          cell: ({ predecessors, decision }) =>
            predecessors.length === 0 ? (
              "–"
            ) : (
              <>
                {predecessors.join(", ")}
                {decision && (
                  <span className="block text-ink-2">
                    {t("decision", { ...decision, day: format.day(decision.on) })}
                  </span>
                )}
              </>
            ),
        },
      ]}
    />
  );
}
